import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { root, targets } from './targets.mjs';

const stamps = path.join(root, '.out/build');

/** A digest of names, sizes and times of everything that a target is made of. */
function inputsDigest(folders) {
  const hash = createHash('sha256');
  const add = (file) => {
    const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of fs.readdirSync(path.join(root, file)).toSorted()) add(path.join(file, name));
      return;
    }
    hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\0`);
  };
  for (const folder of [...folders, 'package-lock.json', 'resources/build/targets.mjs']) add(folder);
  return hash.digest('hex');
}

function isCurrent(name, target) {
  const stamp = path.join(stamps, name);
  if (!fs.existsSync(stamp) || !fs.existsSync(path.join(root, target.output))) return false;
  return fs.readFileSync(stamp, 'utf8') === inputsDigest(target.inputs);
}

async function buildOne(name, target) {
  if (isCurrent(name, target)) return 'unchanged';
  const digest = inputsDigest(target.inputs);
  const started = performance.now();
  await viteBuild(target.config);
  if (target.executable) fs.chmodSync(path.join(root, target.output), 0o755);
  fs.mkdirSync(stamps, { recursive: true });
  fs.writeFileSync(path.join(stamps, name), digest);
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** Builds the named targets, leaving alone those whose sources did not change. Says nothing when `quiet`. */
export async function build(names, { quiet = false } = {}) {
  const results = await Promise.allSettled(
    names.map(async (name) => {
      const outcome = await buildOne(name, targets[name]);
      if (!quiet && outcome !== 'unchanged') console.log(`built ${targets[name].output}  ${outcome}`);
    }),
  );
  const failed = results.filter((result) => result.status === 'rejected');
  for (const failure of failed) console.error(failure.reason?.message ?? failure.reason);
  return failed.length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in targets));
  if (unknown.length > 0) {
    console.error(`Unknown target: ${unknown.join(', ')}. Known: ${Object.keys(targets).join(', ')}.`);
    process.exit(2);
  }
  const standard = Object.keys(targets).filter((name) => name !== 'bench');
  process.exit((await build(named.length > 0 ? named : standard)) ? 0 : 1);
}

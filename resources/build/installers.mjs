import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { root } from './targets.mjs';

const release = path.join(root, 'release');

function has(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

function nameOf(extension) {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const arch = { x64: 'x64', arm64: 'arm64' }[process.arch] ?? process.arch;
  return `${name}-${version}-linux-${arch}.${extension}`;
}

/** The unpacked program as one archive, in a folder of its own, with the names of no users in it. */
async function makeArchive(unpacked) {
  const file = nameOf('tar.gz');
  const folder = file.replace('.tar.gz', '');
  const { ok } = await run('tar', [
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--transform=s,^\\.,${folder},S`,
    '-czf',
    path.join(release, file),
    '-C',
    unpacked,
    '.',
  ]);
  return ok;
}

async function makeWithBuilder(target, { unpacked, builderArguments, env = {} }) {
  const { ok } = await run(
    'electron-builder',
    ['--linux', target, '--prepackaged', unpacked, ...builderArguments],
    {
      env,
    },
  );
  return ok;
}

/**
 * Makes what installs the unpacked program on Linux, each by itself: what cannot be made here is said in one line. `online`: the tools
 * that electron-builder fetches for it can be had.
 */
export async function makeLinuxInstallers({ unpacked, builderArguments, online }) {
  const own = { CUSTOM_FPM_PATH: path.join(root, 'resources/build/deb-with-dpkg.mjs') };
  const missing = 'the tools for it cannot be downloaded here';
  const makers = {
    'tar.gz': has('tar') ? () => makeArchive(unpacked) : 'there is no tar here',
    deb: has('dpkg-deb')
      ? () => makeWithBuilder('deb', { unpacked, builderArguments, env: own })
      : 'there is no dpkg-deb here',
    AppImage: online ? () => makeWithBuilder('AppImage', { unpacked, builderArguments }) : missing,
    rpm: online ? () => makeWithBuilder('rpm', { unpacked, builderArguments }) : missing,
  };
  for (const [target, make] of Object.entries(makers)) {
    const outcome = typeof make === 'string' ? make : (await make()) || 'it failed';
    console.log(outcome === true ? `made ${target}` : `not made: ${target} (${outcome})`);
  }
}

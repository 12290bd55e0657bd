import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { root } from './targets.mjs';

/*
 * `npm run test:offline [PROJECT...]`: the tests in a network namespace with no interface but loopback. Tools must be installed and the
 * program built before (`npm test` does both).
 */

/** What runs without any interface but loopback: all projects, after a set-up that may need the network. */
const projects = ['unit', 'long', 'conformance', 'faults', 'end-to-end'];
const inside = process.argv.includes('--inside');

/** Only loopback is there, and it is up. */
function loopbackOnly() {
  const { status } = spawnSync('/usr/sbin/ip', ['link', 'set', 'lo', 'up'], { stdio: 'ignore' });
  if (status !== 0) return false;
  const names = [...fs.readFileSync('/proc/net/dev', 'utf8').matchAll(/^\s*(\S+):/gm)].map(
    ([, name]) => name,
  );
  return names.length === 1 && names[0] === 'lo';
}

if (inside) {
  if (!loopbackOnly()) {
    console.log('failed: loopback is not up, or not alone');
    process.exit(1);
  }
  const chosen = process.argv.slice(process.argv.indexOf('--inside') + 1);
  let ok = true;
  for (const project of chosen.length > 0 ? chosen : projects) {
    console.log(`\n== ${project}, offline`);
    const ran = await run('vitest', ['run', '--project', project], { show: true, env: { CI: '1' } });
    ok &&= ran.ok;
  }
  process.exit(ok ? 0 : 1);
}

const names = process.getuid?.() === 0 ? ['-n'] : ['-r', '-n'];
if (spawnSync('unshare', [...names, 'true']).status !== 0) {
  console.log('not run: no network namespace can be made here');
  process.exit(0);
}
const given = [...names, process.execPath, path.join(root, 'resources/build/test-offline.mjs'), '--inside'];
const { status } = spawnSync('unshare', [...given, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);

import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { ownRuntime, testRuntime, unpackedRuntime } from './electron-runtime.mjs';
import { makeLinuxInstallers } from './installers.mjs';
import { run } from './run.mjs';
import { root } from './targets.mjs';

const given = process.argv.slice(2);
const testFlavour = given.includes('--test-flavour');

if (!(await build(['main', 'preload', 'renderer']))) process.exit(1);

const runtime = ownRuntime() ?? unpackedRuntime();
if (runtime === undefined) {
  console.error(
    'Electron’s runtime cannot be downloaded, and the test runtime is not there (npm test fetches it).',
  );
  process.exit(1);
}
const version = fs.readFileSync(path.join(path.dirname(runtime), 'version'), 'utf8').replace(/^v/, '');
const isOwn = version !== testRuntime.version;
if (!isOwn) {
  console.log(
    `Electron’s own runtime cannot be downloaded: this package is for trying out, on Electron ${version}.`,
  );
}
const builderArguments = isOwn
  ? []
  : [`-c.electronVersion=${version}`, `-c.electronDist=${path.dirname(runtime)}`];
const chosen = given.filter((argument) => argument !== '--test-flavour');
const forLinux = process.platform === 'linux' && chosen.length === 0;
const targets = forLinux || !isOwn ? ['--linux', 'dir'] : [];
const { ok } = await run('electron-builder', [...targets, ...builderArguments, ...chosen], {
  show: true,
  env: testFlavour ? { CRUMBS_TEST_FLAVOUR: '1' } : {},
});
if (ok && forLinux) {
  const unpacked = path.join(root, 'release/linux-unpacked');
  await makeLinuxInstallers({ unpacked, builderArguments, online: isOwn });
}
process.exit(ok ? 0 : 1);

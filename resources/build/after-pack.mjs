import fs from 'node:fs';
import path from 'node:path';
import { flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { fuses } from './fuses.mjs';

function executable({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return path.join(appOutDir, `${productFilename}.app`);
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${productFilename}.exe`);
  return path.join(appOutDir, packager.executableName);
}

/** Runs after the app's folder is laid and before it is signed or put into an installer. */
export default async function afterPack(context) {
  // The test runtime's stand-in for an app; Electron's own download has none.
  fs.rmSync(path.join(context.appOutDir, 'resources/app'), { recursive: true, force: true });
  const program = executable(context);
  const { version: _version, ...wire } = await getCurrentFuseWire(program);
  const inspectable = process.env.CRUMBS_TEST_FLAVOUR === '1';
  await flipFuses(program, fuses({ inspectable, known: Object.keys(wire) }));
}

import { AppError } from '#shared/api/app-error.ts';
import type { FileOps } from './file-ops.ts';
import { displayPath, type FilePath } from './file-path.ts';

const OTHERS = 0o077;

/** Makes a folder that only this person can enter, or closes the one that is there to others. One behind a link, or of somebody else's, is refused. */
export async function makePrivateFolder(ops: FileOps, folder: FilePath): Promise<void> {
  await ops.makeFolder(folder);
  const { kind, mode, uid } = await ops.statLink(folder);
  const mine = process.getuid === undefined || uid === process.getuid();
  if (kind !== 'folder' || !mine) {
    throw new AppError('file-permission-denied', { path: displayPath(folder), reason: 'folder' });
  }
  if (process.platform === 'win32' || (mode & OTHERS) === 0) return;
  const open = await ops.open(folder, 'folder');
  try {
    await ops.changeMode(open, 0o700);
  } finally {
    await ops.close(open);
  }
}

import { AppError } from '#shared/api/app-error.ts';
import type { FileOps } from './file-ops.ts';
import { displayPath, type FilePath } from './file-path.ts';
import { nodeFileOps } from './node-file-ops.ts';
import { isWritable } from './read-file.ts';

/** Refuses a file that is there and may not be written: a rename into its place would go round its permissions. */
export async function refuseReadOnlyTarget(path: FilePath, ops: FileOps = nodeFileOps): Promise<void> {
  // What cannot be looked at, or is no file, is for the saver to judge: it says more.
  const stat = await ops.statPath(path).catch(() => undefined);
  if (stat?.kind !== 'file' || (await isWritable(ops, { mode: stat.mode, realPath: path }))) return;
  throw new AppError('document-read-only', { path: displayPath(path), reason: 'permission' });
}

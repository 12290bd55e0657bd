import { AppError } from '#shared/api/app-error.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import type { SaveRequest } from '../../../main/files/save-file.ts';
import { decentSteps } from './replace.ts';

/** Known bad: empties the file and writes into it, as `fs.writeFile`, wget and yt-dlp do. */
export async function truncatesFirst(request: SaveRequest): Promise<void> {
  const { path, ops = nodeFileOps } = request;
  try {
    await decentSteps.check(ops, request);
    const file = await ops.open(await ops.realPath(path), 'update');
    try {
      await ops.truncate(file, 0);
      await decentSteps.write(ops, file, Buffer.concat([...request.chunks]));
      await ops.sync(file);
    } finally {
      await ops.close(file);
    }
  } catch (error) {
    throw new AppError(error instanceof AppError ? error.code : 'write-failed', { path: String(path) });
  }
}

import { AppError } from '#shared/api/app-error.ts';
import { errnoOf } from './file-error.ts';
import type { FileOps, FileStat } from './file-ops.ts';
import { childOf, displayPath, type FilePath, folderOf, nameOf } from './file-path.ts';
import { refuseOdd } from './read-file.ts';

const MAX_LINKS = 40;

/** The file that a save replaces, all symbolic links followed; without `stat` it does not exist yet. */
export interface SaveTarget {
  readonly path: FilePath;
  readonly folder: FilePath;
  readonly folderDev: bigint;
  readonly stat?: FileStat;
}

/** Finds the real file behind `path`, or the place where it will be; anything but a regular file is refused. */
export async function findTarget(ops: FileOps, path: FilePath): Promise<SaveTarget> {
  let at = path;
  for (let links = 0; links < MAX_LINKS; links++) {
    const { folder, dev: folderDev } = await folderFor(ops, at);
    const place = childOf(folder, nameOf(at));
    const stat = await ops.statLink(place).catch(absent);
    if (stat === undefined) return { path: place, folder, folderDev };
    if (stat.kind !== 'link') {
      refuseOdd(stat, place);
      return { path: place, folder, folderDev, stat };
    }
    at = childOf(folder, await ops.readLink(place));
  }
  throw new AppError('link-loop', { path: displayPath(path) });
}

/** The real folder of a file that is to be written; that there is none is said of the folder, not of the file. */
async function folderFor(ops: FileOps, path: FilePath): Promise<{ folder: FilePath; dev: bigint }> {
  const named = folderOf(path);
  const about = { step: 'find', path: displayPath(path), folder: displayPath(named) };
  try {
    const folder = await ops.realPath(named);
    const { kind, dev } = await ops.statPath(folder);
    if (kind === 'folder') return { folder, dev };
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT') throw new AppError('file-missing', { ...about, errno }, { cause: error });
    if (errno !== 'ENOTDIR') throw error;
  }
  throw new AppError('file-missing', { ...about, errno: 'ENOTDIR', reason: 'not-a-folder' });
}

/** For a stat whose failure may mean that there is nothing: other failures are thrown on. */
export function absent(error: unknown): undefined {
  if (errnoOf(error) !== 'ENOENT') throw error;
  return undefined;
}

/** Whether a rename may replace the file `stat` describes: not where it would cut hard links, change the owner or cross a mount. */
export function mayRename(target: SaveTarget, stat: FileStat): boolean {
  if (stat.links > 1 || stat.dev !== target.folderDev) return false;
  const uid = process.geteuid?.();
  return uid === undefined || stat.uid === uid;
}

import { fileError } from '../files/file-error.ts';
import type { FileStat } from '../files/file-ops.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { type FileState, sameMoment, stateOf } from '../files/file-snapshot.ts';
import type { FileLink } from './file-link.ts';

/** What became of a file's permission bits. */
export interface Tightened {
  readonly before: number;
  readonly after: number;
  /** The file as it is now; absent when another program touched it meanwhile: the watcher must find that out by itself. */
  readonly state?: FileState;
}

/** Takes permissions away from the file of a document, at once; never adds one. */
export async function tightenMode(link: FileLink, mode: number): Promise<Tightened> {
  const { realPath } = link.state;
  try {
    const file = await nodeFileOps.open(realPath, 'update');
    try {
      const before = await nodeFileOps.stat(file);
      await nodeFileOps.changeMode(file, before.mode & mode);
      const now = await nodeFileOps.stat(file);
      const modes = { before: before.mode, after: now.mode };
      const untouched = sameMoment(before, link.state) && sameContentTime(before, now);
      return untouched ? { ...modes, state: stateOf(realPath, now) } : modes;
    } finally {
      await nodeFileOps.close(file);
    }
  } catch (error) {
    throw fileError(error, { step: 'mode', path: realPath, otherwise: 'write-failed' });
  }
}

/** Changing the mode moves the change time and nothing else. */
function sameContentTime(one: FileStat, other: FileStat): boolean {
  return one.size === other.size && one.mtimeNs === other.mtimeNs;
}

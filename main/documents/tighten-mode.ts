import { fileError } from '../files/file-error.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { sameMoment, stateOf } from '../files/file-snapshot.ts';
import type { KnownContent } from '../files/watch-file.ts';
import type { FileLink } from './file-link.ts';

/**
 * Takes permissions away from the file of a document, at once; never adds one. Gives what is known of the file now, or
 * nothing when another program has touched it since: then the watcher must find that out by itself.
 */
export async function tightenMode(link: FileLink, mode: number): Promise<KnownContent | undefined> {
  const { realPath } = link.state;
  const hash = await link.hash();
  try {
    const file = await nodeFileOps.open(realPath, 'update');
    try {
      const before = await nodeFileOps.stat(file);
      await nodeFileOps.changeMode(file, before.mode & mode);
      if (!sameMoment(before, link.state)) return undefined;
      return { state: stateOf(realPath, await nodeFileOps.stat(file)), sha256: () => hash };
    } finally {
      await nodeFileOps.close(file);
    }
  } catch (error) {
    throw fileError(error, { step: 'mode', path: realPath, otherwise: 'write-failed' });
  }
}

import { AppError } from '#shared/api/app-error.ts';
import { errnoOf } from './file-error.ts';
import type { FileOps } from './file-ops.ts';
import { childOf, displayPath, type FilePath } from './file-path.ts';
import { sameFile } from './file-snapshot.ts';
import { nodeFileOps } from './node-file-ops.ts';
import { hasEnded } from './process-mark.ts';
import { findTarget, type SaveTarget } from './save-target.ts';
import { strayName } from './temporary-file.ts';

const MINUTE_NS = 60_000_000_000n;
/** A second name for the target itself holds nothing of its own. */
const SAME_FILE_AGE = MINUTE_NS;
const OTHER_AGE = 60n * MINUTE_NS;

/**
 * Removes what saves that were killed left beside the target: temporary files, and second names of the target, which would make it look
 * hard-linked. Old content stays, whatever its age. Those of a process that has ended go at once; where that cannot be told, they go when they are old, since
 * young ones may belong to another program of ours that is saving now. True when the target's stat has changed thereby.
 */
export async function removeStrays(ops: FileOps, { folder, stat: target }: SaveTarget): Promise<boolean> {
  let unlinked = false;
  try {
    for (const name of await ops.list(folder)) {
      const stray = strayName(displayPath(name));
      if (stray === undefined) continue;
      const path = childOf(folder, name);
      const stat = await ops.statLink(path);
      const age = BigInt(Date.now()) * 1_000_000n - stat.ctimeNs;
      const same = target !== undefined && sameFile(stat, target);
      if (stat.kind !== 'file' || (stray.old !== undefined && !same)) continue;
      const left = stray.mark !== undefined && hasEnded(stray.mark);
      if (!left && age < (same ? SAME_FILE_AGE : OTHER_AGE)) continue;
      await ops.remove(path);
      unlinked ||= same;
    }
  } catch {
    // Tidying is no part of saving: a folder that cannot be read or a file of another person stays as it is.
  }
  return unlinked;
}

/** The same for a file that an earlier run of ours was at work on; nothing happens where the file cannot be found. */
export async function removeStraysOf(path: FilePath, ops: FileOps = nodeFileOps): Promise<void> {
  try {
    await removeStrays(ops, await findTarget(ops, path));
  } catch (error) {
    if (errnoOf(error) === undefined && !(error instanceof AppError)) throw error;
  }
}

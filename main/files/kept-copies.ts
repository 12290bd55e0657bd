import { errnoOf } from './file-error.ts';
import type { FileOps } from './file-ops.ts';
import { childOf, displayPath, type FilePath, folderOf } from './file-path.ts';
import { sameFile } from './file-snapshot.ts';
import { safetyKey, strayName } from './temporary-file.ts';

/** What a save that was cut short left of what a file held. */
export interface KeptCopy {
  /** Sorts by time, as the ids of versions do. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly path: FilePath;
  readonly size: number;
}

/** The copies that saves of a file left beside it or in the safety folder, the oldest first. `path` is where the file really is. */
export async function keptCopies(
  ops: FileOps,
  { path, safetyFolder }: { readonly path: FilePath; readonly safetyFolder: FilePath },
): Promise<KeptCopy[]> {
  const own = await ops.statLink(path).catch(unreadable);
  const key = safetyKey(path);
  const copies: KeptCopy[] = [];
  for (const folder of [folderOf(path), safetyFolder]) {
    for (const name of (await ops.list(folder).catch(unreadable)) ?? []) {
      const old = strayName(displayPath(name))?.old;
      if (old?.key !== key) continue;
      const copy = childOf(folder, name);
      const stat = await ops.statLink(copy).catch(unreadable);
      // A second name for the file itself holds nothing of its own.
      if (stat?.kind !== 'file' || (own !== undefined && sameFile(stat, own))) continue;
      const time = Number(stat.ctimeNs / 1_000_000n);
      const id = `${String(time).padStart(15, '0')}-${old.own}`;
      copies.push({ id, time, path: copy, size: stat.size });
    }
  }
  return copies.toSorted((one, other) => one.time - other.time);
}

function unreadable(error: unknown): undefined {
  if (errnoOf(error) === undefined) throw error;
}

import { digestFile } from './content-blocks.ts';
import type { FileOps, FileStat } from './file-ops.ts';
import type { FilePath } from './file-path.ts';
import { sameMoment } from './file-snapshot.ts';
import { ignored } from './read-file.ts';

/** What a look at a path gave: a regular file, or nothing that can be read. */
export type Sighting = FileStat | 'gone';

/** What is at a path now. Whatever is not a regular file, or cannot be reached, counts as gone. */
export async function sight(ops: FileOps, path: FilePath): Promise<Sighting> {
  try {
    const stat = await ops.statPath(path);
    return stat.kind === 'file' ? stat : 'gone';
  } catch {
    // Missing, a missing folder, no permission, a loop of links: for a document all of these are "not there".
    return 'gone';
  }
}

export function sameSighting(one: Sighting, other: Sighting): boolean {
  if (one === 'gone' || other === 'gone') return one === other;
  return sameMoment(one, other);
}

export interface ContentSighting {
  readonly sha256: string;
  /** False for an empty file and for one whose last byte ends no line: it may be half written. */
  readonly endsLine: boolean;
}

/** The hash of the file that `stat` describes; nothing when it became another one meanwhile or cannot be read. */
export async function sightContent(
  ops: FileOps,
  path: FilePath,
  stat: FileStat,
): Promise<ContentSighting | undefined> {
  const file = await ops.open(path, 'read').catch(ignored);
  if (typeof file !== 'number') return undefined;
  try {
    if (!sameMoment(stat, await ops.stat(file))) return undefined;
    let last = 0;
    const { sha256 } = await digestFile(ops, file, async (block) => {
      last = block.at(-1) ?? 0;
    });
    if (!sameMoment(stat, await ops.stat(file))) return undefined;
    return { sha256, endsLine: last === 0x0a || last === 0x0d };
  } catch {
    // An unreadable block now may be readable at the next look; until then nothing is known.
    return undefined;
  } finally {
    await ops.close(file).catch(ignored);
  }
}

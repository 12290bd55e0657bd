import { AppError } from '#shared/api/app-error.ts';
import { contentBlocks, digestFile, holdsContent } from './content-blocks.ts';
import type { FileOps, FileStat } from './file-ops.ts';
import { displayPath, type FilePath } from './file-path.ts';
import { sameMoment } from './file-snapshot.ts';
import { hashChunks } from './hash-content.ts';
import { ignored } from './read-file.ts';
import { absent } from './save-target.ts';

/** What must be on disk for a save to go ahead: exactly this content, nothing at all, or whatever is there. Bytes are compared quicker than hashed. */
export type ExpectedOnDisk =
  | { readonly sha256: string }
  | { readonly content: Iterable<Uint8Array> }
  | 'nothing'
  | 'anything';

const TRIES = 3;
const MS = 1_000_000n;
/** Clocks of file systems tick in milliseconds; those that show whole seconds may tick every two. */
const FINE_TICK = 50n * MS;
const COARSE_TICK = 2_100n * MS;

/** Answers, at the last moment, whether the file on disk is still the one that the document was read from. */
export class DiskCheck {
  readonly #ops: FileOps;
  readonly #path: FilePath;
  readonly #expected:
    | { readonly sha256: string }
    | { readonly blocks: readonly Uint8Array[] }
    | 'nothing'
    | 'anything';
  #seen: FileStat | undefined;
  #vouched = true;

  constructor(ops: FileOps, path: FilePath, expected: ExpectedOnDisk) {
    this.#ops = ops;
    this.#path = path;
    const compared = typeof expected === 'object' && 'content' in expected;
    this.#expected = compared ? { blocks: contentBlocks(expected.content) } : expected;
  }

  /** What the file was when its content was last found to be as expected; nothing when there was no file. */
  get seen(): FileStat | undefined {
    return this.#seen;
  }

  /** False when the file was changed so recently that its stat alone cannot show one more change. */
  get vouched(): boolean {
    return this.#vouched;
  }

  /** Whether content of this SHA-256 may be overwritten. */
  accepts(sha256: string): boolean {
    if (typeof this.#expected !== 'object') return true;
    const expected = 'sha256' in this.#expected ? this.#expected.sha256 : hashChunks(this.#expected.blocks);
    return sha256 === expected;
  }

  /** Whether a file under another name holds the expected content. */
  async isExpected(path: FilePath): Promise<boolean> {
    return (await this.#read(path)).matches;
  }

  /** Reads what is on disk and throws `document-changed-on-disk` when it is not what is expected. */
  async look(): Promise<void> {
    const { stat, matches } = await this.#read(this.#path);
    if (stat === undefined) {
      if (typeof this.#expected === 'object') throw this.#changed('gone');
    } else {
      if (this.#expected === 'nothing') throw this.#changed('exists');
      if (!matches) throw this.#changed('changed');
    }
    this.#seen = stat;
  }

  /**
   * Makes sure, as late as possible, that nothing happened since `look`. The content is read again only when a stat cannot vouch for it:
   * when it differs, or when the file was changed so shortly before `began` (a moment of that disk's clock before `look`) that one more
   * change may bear the same time.
   */
  async lookAgain(began: bigint): Promise<void> {
    const now = await this.#ops.statLink(this.#path).catch(absent);
    const seen = this.#seen;
    if (now === undefined && seen === undefined) return;
    if (now !== undefined && seen !== undefined) {
      if (typeof this.#expected !== 'object' && sameOwnership(now, seen)) {
        this.#seen = now;
        return;
      }
      this.#vouched = vouches(now, began);
      if (this.#vouched && sameMoment(now, seen)) return;
    }
    await this.look();
    const found = this.#seen;
    if (seen === undefined || found === undefined || !sameOwnership(seen, found))
      throw this.#changed('changed');
  }

  #changed(state: 'gone' | 'exists' | 'changed'): AppError {
    return new AppError('document-changed-on-disk', { path: displayPath(this.#path), state });
  }

  /** A stat, and whether the content that belongs to it is as expected. */
  async #read(path: FilePath): Promise<{ stat: FileStat | undefined; matches: boolean }> {
    if (typeof this.#expected !== 'object') {
      return { stat: await this.#ops.statLink(path).catch(absent), matches: true };
    }
    for (let tries = 0; tries < TRIES; tries++) {
      const file = await this.#ops.open(path, 'read').catch(absent);
      if (file === undefined) return { stat: undefined, matches: false };
      try {
        const before = await this.#ops.stat(file);
        if (before.kind !== 'file') throw this.#changed('changed');
        const matches = await this.#matches(file);
        if (sameMoment(before, await this.#ops.stat(file))) return { stat: before, matches };
      } finally {
        await this.#ops.close(file).catch(ignored);
      }
    }
    throw this.#changed('changed');
  }

  async #matches(file: number): Promise<boolean> {
    if (typeof this.#expected !== 'object') return true;
    if ('blocks' in this.#expected) return holdsContent(this.#ops, file, this.#expected.blocks);
    return this.accepts((await digestFile(this.#ops, file)).sha256);
  }
}

/** True when owner, group, mode and link count, which decided how to save, are the same. */
function sameOwnership(one: FileStat, other: FileStat): boolean {
  return (
    one.kind === other.kind &&
    one.uid === other.uid &&
    one.gid === other.gid &&
    one.mode === other.mode &&
    one.links === other.links
  );
}

function vouches(stat: FileStat, began: bigint): boolean {
  const latest = stat.mtimeNs > stat.ctimeNs ? stat.mtimeNs : stat.ctimeNs;
  const tick = latest % (1000n * MS) === 0n ? COARSE_TICK : FINE_TICK;
  return latest + tick < began;
}

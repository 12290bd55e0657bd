import { AppError } from '#shared/api/app-error.ts';
import { digestFile } from './content-blocks.ts';
import type { FileOps, FileStat } from './file-ops.ts';
import { displayPath, type FilePath } from './file-path.ts';
import { sameMoment } from './file-snapshot.ts';
import { ignored } from './read-file.ts';
import { absent } from './save-target.ts';

/** What must be on disk for a save to go ahead: exactly this content, nothing at all, or whatever is there. */
export type ExpectedOnDisk = { readonly sha256: string } | 'nothing' | 'anything';

const TRIES = 3;
const MS = 1_000_000n;
/** Clocks of file systems tick in milliseconds; those that show whole seconds may tick every two. */
const FINE_TICK = 50n * MS;
const COARSE_TICK = 2_100n * MS;

/** Answers, at the last moment, whether the file on disk is still the one that the document was read from. */
export class DiskCheck {
  readonly #ops: FileOps;
  readonly #path: FilePath;
  readonly #expected: ExpectedOnDisk;
  #seen: FileStat | undefined;
  #vouched = true;

  constructor(ops: FileOps, path: FilePath, expected: ExpectedOnDisk) {
    this.#ops = ops;
    this.#path = path;
    this.#expected = expected;
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
    return typeof this.#expected !== 'object' || sha256 === this.#expected.sha256;
  }

  /** Whether a file under another name holds the expected content. */
  async isExpected(path: FilePath): Promise<boolean> {
    if (typeof this.#expected !== 'object') return true;
    const { sha256 } = await this.#read(path);
    return sha256 !== undefined && this.accepts(sha256);
  }

  /** Reads what is on disk and throws `document-changed-on-disk` when it is not what is expected. */
  async look(): Promise<void> {
    const { stat, sha256 } = await this.#read(this.#path);
    if (stat === undefined) {
      if (typeof this.#expected === 'object') throw this.#changed('gone');
    } else {
      if (this.#expected === 'nothing') throw this.#changed('exists');
      if (typeof this.#expected === 'object' && sha256 !== this.#expected.sha256)
        throw this.#changed('changed');
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

  /** A stat and the digest that belongs to it. */
  async #read(path: FilePath): Promise<{ stat: FileStat | undefined; sha256?: string }> {
    if (typeof this.#expected !== 'object') {
      return { stat: await this.#ops.statLink(path).catch(absent) };
    }
    for (let tries = 0; tries < TRIES; tries++) {
      const file = await this.#ops.open(path, 'read').catch(absent);
      if (file === undefined) return { stat: undefined };
      try {
        const before = await this.#ops.stat(file);
        if (before.kind !== 'file') throw this.#changed('changed');
        const { sha256 } = await digestFile(this.#ops, file);
        if (sameMoment(before, await this.#ops.stat(file))) return { stat: before, sha256 };
      } finally {
        await this.#ops.close(file).catch(ignored);
      }
    }
    throw this.#changed('changed');
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

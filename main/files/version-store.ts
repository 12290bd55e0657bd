import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '#shared/api/app-error.ts';
import { errnoOf } from './file-error.ts';
import type { FileOps } from './file-ops.ts';
import { childOf, displayPath, type FilePath } from './file-path.ts';
import { hashChunks } from './hash-content.ts';
import { JournalFile, openJournal, removeJournal } from './journal-file.ts';
import { type Frame, readFrames } from './journal-frames.ts';
import { lateHash } from './known-content.ts';
import type { Sealer } from './sealer.ts';

/** Where versions are kept, and how. */
export interface VersionPlace {
  readonly ops: FileOps;
  readonly folder: FilePath;
  readonly sealer?: Sealer | undefined;
}

/** A version that is kept, as far as its name tells. */
export interface VersionName {
  /** Opaque; sorts by time. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly sha256: string;
}

/** A version to keep. */
export interface NewVersion {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** All of it; the bytes must stay as they are until it is kept. */
  readonly content: readonly Uint8Array[];
  /** What else is to be known of it; plain JSON, no secrets beyond those of the content. */
  readonly note: unknown;
}

const POINT = /^(\d{15}-[0-9a-f]{8})-([0-9a-f]{64})\.point$/;
const CONTENT = /^([0-9a-f]{64})\.(?:content|sealed)$/;
const TEMPORARY = /^[0-9a-f]{16}\.new$/;
const PIECE = 1 << 20;
/** Content without a point is left alone for this long: its point may be on its way. */
const YOUNG_MS = 600_000;

/**
 * The earlier versions of one file: each content once, under its hash, and a point for each time at which it was replaced. All files are frames
 * with checksums, 0600, and sealed where there is a sealer. Several programs may keep versions of one file at once.
 */
export class FileVersions {
  readonly #place: VersionPlace;

  private constructor(place: VersionPlace) {
    this.#place = place;
  }

  /** Those of one file; `path` is where it really is. */
  static of(place: VersionPlace, path: FilePath): FileVersions {
    return new FileVersions({ ...place, folder: childOf(place.folder, keyOf(path)) });
  }

  /** Those of every file. */
  static async all(place: VersionPlace): Promise<FileVersions[]> {
    const names = (await namesIn(place)).filter((name) => KEY.test(name));
    return names.map((name) => new FileVersions({ ...place, folder: childOf(place.folder, name) }));
  }

  /** The points, the oldest first. */
  async list(): Promise<VersionName[]> {
    return pointsIn(await namesIn(this.#place));
  }

  /** Keeps a version, unless the newest one has the same content. */
  async keep({ time, content, note }: NewVersion): Promise<void> {
    const sha256 = await lateHash(content)();
    const newest = (await this.list()).at(-1);
    if (newest?.sha256 === sha256) return;
    await this.#store(sha256, content);
    // A clock that went back must not put a later version before an earlier one.
    const at = Math.max(time, (newest?.time ?? 0) + 1);
    const id = `${String(at).padStart(15, '0')}-${randomBytes(4).toString('hex')}`;
    const text = Buffer.from(JSON.stringify(note));
    await this.#write(`${id}-${sha256}.point`, [{ kind: 1, payload: text }]);
    // Scenario: another program let go of the last older point of this content meanwhile, and of the content with it.
    await this.#store(sha256, content);
  }

  /** What is noted of a version; nothing when that cannot be read. */
  async note({ id, sha256 }: VersionName): Promise<unknown> {
    const parts = await this.#read(`${id}-${sha256}.point`).catch(unreadable);
    if (parts === undefined) return undefined;
    try {
      return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
    } catch {
      // The parser's message quotes the text, so it goes no further.
      return undefined;
    }
  }

  /** The bytes of a version, exactly; an AppError when they cannot be had any more. */
  async content({ id, sha256 }: VersionName): Promise<Uint8Array<ArrayBuffer>> {
    const name = (await this.#contentNames(sha256))[0] ?? `${sha256}.content`;
    const parts = await this.#read(name);
    if (hashChunks(parts) !== sha256) {
      throw new AppError('read-failed', { step: 'version', path: displayPath(this.#place.folder), id });
    }
    return new Uint8Array(Buffer.concat(parts));
  }

  /** Bytes on disk of a version's content. */
  async size({ sha256 }: VersionName): Promise<number> {
    const { ops, folder } = this.#place;
    let size = 0;
    for (const name of await this.#contentNames(sha256)) {
      size += (await ops.statLink(childOf(folder, name)).catch(unreadable))?.size ?? 0;
    }
    return size;
  }

  /** Lets go of versions, and of content that no other one has. */
  async forget(versions: readonly VersionName[]): Promise<void> {
    for (const { id, sha256 } of versions) await this.#remove(`${id}-${sha256}.point`);
    await this.#collect(0, new Set(versions.map(({ sha256 }) => sha256)));
  }

  /** Removes what a program left half made that ended meanwhile; all there is with `everything`. */
  async tidy(now: number, everything = false): Promise<void> {
    await this.#collect(everything ? Infinity : now - YOUNG_MS);
  }

  async #collect(before: number, also: ReadonlySet<string> = new Set()): Promise<void> {
    const names = await namesIn(this.#place);
    const used = new Set(pointsIn(names).map(({ sha256 }) => sha256));
    for (const name of names) {
      const [, sha256] = CONTENT.exec(name) ?? [];
      if (sha256 === undefined ? !TEMPORARY.test(name) : used.has(sha256)) continue;
      if ((sha256 !== undefined && also.has(sha256)) || (await this.#changed(name)) < before)
        await this.#remove(name);
    }
  }

  async #changed(name: string): Promise<number> {
    const { ops, folder } = this.#place;
    const stat = await ops.statLink(childOf(folder, name)).catch(unreadable);
    return stat === undefined ? Infinity : Number(stat.mtimeNs / 1_000_000n);
  }

  async #store(sha256: string, content: readonly Uint8Array[]): Promise<void> {
    // A host without the key cannot use what is sealed: each kind stands for itself.
    const name = `${sha256}.${this.#place.sealer === undefined ? 'content' : 'sealed'}`;
    if ((await namesIn(this.#place)).includes(name)) return;
    await this.#write(name, pieces(content));
  }

  /** The files that hold a content, the one that this host can read first. */
  async #contentNames(sha256: string): Promise<string[]> {
    const names = (await namesIn(this.#place)).filter((name) => CONTENT.exec(name)?.[1] === sha256);
    return this.#place.sealer === undefined ? names : names.toReversed();
  }

  async #write(name: string, frames: Iterable<Frame>): Promise<void> {
    await JournalFile.start({ ...this.#place, name }, frames, () => `${randomBytes(8).toString('hex')}.new`);
  }

  async #remove(name: string): Promise<void> {
    await removeJournal({ ...this.#place, name });
  }

  async #read(name: string): Promise<Uint8Array[]> {
    const failed = { step: 'version', path: displayPath(this.#place.folder) };
    const journal = await openJournal({ ...this.#place, name }).catch((error: unknown) => {
      throw new AppError('read-failed', { ...failed, errno: errnoOf(error) ?? '' }, { cause: error });
    });
    try {
      const parts: Uint8Array[] = [];
      const frames = readFrames(journal.read, this.#place.sealer);
      for (;;) {
        const step = await frames.next();
        if (step.done !== true) parts.push(step.value.payload);
        else if (step.value === 'complete') return parts;
        else throw new AppError('read-failed', { ...failed, reason: step.value });
      }
    } finally {
      await journal.close();
    }
  }
}

const KEY = /^[0-9a-f]{40}$/;

function keyOf(path: FilePath): string {
  return createHash('sha256').update(Buffer.from(path)).digest('hex').slice(0, 40);
}

function* pieces(content: readonly Uint8Array[]): Generator<Frame, void> {
  for (const chunk of content) {
    for (let at = 0; at < chunk.length; at += PIECE)
      yield { kind: 1, payload: chunk.subarray(at, at + PIECE) };
  }
}

function pointsIn(names: readonly string[]): VersionName[] {
  return names.flatMap((name) => {
    const [, id, sha256] = POINT.exec(name) ?? [];
    return id === undefined || sha256 === undefined ? [] : [{ id, sha256, time: Number(id.slice(0, 15)) }];
  });
}

/** The names in a folder, in order; none when there is no such folder. */
async function namesIn({ ops, folder }: VersionPlace): Promise<string[]> {
  try {
    return (await ops.list(folder)).map(String).toSorted();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

/** What cannot be read is as good as not there. */
function unreadable(error: unknown): undefined {
  if (error instanceof AppError || errnoOf(error) !== undefined) return undefined;
  throw error;
}

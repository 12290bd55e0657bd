import * as v from 'valibot';
import { AppError } from '#shared/api/app-error.ts';
import { version, type Version } from '#shared/api/version.ts';
import { absolutePath, type FilePath } from '../files/file-path.ts';
import type { FileOps } from '../files/file-ops.ts';
import { type KeptCopy, keptCopies } from '../files/kept-copies.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { readFile } from '../files/read-file.ts';
import type { Sealer } from '../files/sealer.ts';
import { discard } from '../files/temporary-file.ts';
import { FileVersions, type VersionName, type VersionPlace } from '../files/version-store.ts';

/** How many versions of a file are kept, for how long, and how much those of all files may take. */
export interface VersionLimits {
  readonly count: number;
  readonly days: number;
  readonly megabytes: number;
}

export interface VersionOptions {
  readonly folder: FilePath;
  /** Absent where the system has no keychain: then they are kept as they are. */
  readonly sealer?: Sealer | undefined;
  readonly ops?: FileOps;
  readonly limits: () => Promise<VersionLimits>;
}

/** What a file held, about to be replaced or just replaced. */
export interface Replaced {
  /** The bytes must stay as they are. */
  readonly content: readonly Uint8Array[];
  readonly reason: Version['reason'];
  readonly summary: readonly string[];
}

interface VersionsRequest extends VersionOptions {
  /** Where saves leave copies that the file's own folder does not take. */
  readonly safetyFolder: FilePath;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A version could not be kept; nothing else went wrong. */
  readonly onTrouble: (path: FilePath, error: AppError) => void;
}

const MEGABYTE = 1_000_000;
const DAY_MS = 86_400_000;

/** What is noted beside a version's content. */
const noteSchema = v.omit(version, ['id', 'time']);

/** The earlier versions of all files: kept one after the other, while nobody waits for it. */
export class Versions {
  readonly #request: VersionsRequest;
  readonly #place: VersionPlace;
  #last: Promise<void> = Promise.resolve();

  constructor(request: VersionsRequest) {
    this.#request = request;
    const { folder, sealer, ops = nodeFileOps } = request;
    this.#place = { folder, sealer, ops };
  }

  /** Keeps what a file held. It is on disk once `settled` resolves. */
  keep(path: FilePath, { content, reason, summary }: Replaced): void {
    const time = this.#request.clock();
    const bytes = content.reduce((sum, { length }) => sum + length, 0);
    const note: v.InferOutput<typeof noteSchema> = { reason, bytes, summary: [...summary] };
    this.#last = this.#last.then(() => this.#keep(path, { time, content, note }, bytes));
  }

  /** Resolves when all that is to be kept is, or could not be. */
  settled(): Promise<void> {
    return this.#last;
  }

  /** The versions of a file, the newest first, and how many more there are that cannot be read: damaged, or sealed with another key. */
  async list(path: FilePath): Promise<{ readonly versions: Version[]; readonly unreadable: number }> {
    const file = await this.#of(path);
    const versions: Version[] = [];
    const names = await file.list();
    for (const name of names.toReversed()) {
      const note = v.safeParse(noteSchema, await file.note(name));
      if (note.success) versions.push({ id: name.id, time: Math.floor(name.time / 1000), ...note.output });
    }
    const unreadable = names.length - versions.length;
    const left = (await this.#left(path)).map(({ id, time, size }): Version => ({
      id,
      time: Math.floor(time / 1000),
      reason: 'left',
      bytes: size,
      summary: [],
    }));
    return {
      versions: [...versions, ...left].toSorted((one, other) => (one.id < other.id ? 1 : -1)),
      unreadable,
    };
  }

  /** The bytes of a version; an AppError when there is none of that id. */
  async content(path: FilePath, id: string): Promise<Uint8Array<ArrayBuffer>> {
    const file = await this.#of(path);
    const name = (await file.list()).find((known) => known.id === id);
    if (name !== undefined) return file.content(name);
    const left = (await this.#left(path)).find((copy) => copy.id === id);
    if (left === undefined) throw new AppError('target-unknown', { target: id });
    const { bytes } = await readFile({ path: left.path, allocate: (size) => new Uint8Array(size) });
    return bytes;
  }

  /** Removes all versions of a file, and what saves left of it; gives how many there were. */
  async purge(path: FilePath): Promise<number> {
    const file = await this.#of(path);
    const names = await file.list();
    await file.forget(names);
    await file.tidy(0, true);
    let removed = names.length;
    for (const left of await this.#left(path)) if (await discard(this.#ops, left.path)) removed += 1;
    return removed;
  }

  /** The copies that saves left which were cut short. */
  async #left(path: FilePath): Promise<KeptCopy[]> {
    const { safetyFolder } = this.#request;
    return keptCopies(this.#ops, { path: await this.#realPath(path), safetyFolder });
  }

  get #ops(): FileOps {
    return this.#place.ops;
  }

  async #of(path: FilePath): Promise<FileVersions> {
    await this.#last;
    return FileVersions.of(this.#place, await this.#realPath(path));
  }

  async #realPath(path: FilePath): Promise<FilePath> {
    const absolute = absolutePath(path);
    // Scenario: the file is gone. Its versions stand under its own name, unless that was a link.
    return this.#place.ops.realPath(absolute).catch(() => absolute);
  }

  async #keep(path: FilePath, kept: Parameters<FileVersions['keep']>[0], bytes: number): Promise<void> {
    try {
      const limits = await this.#request.limits();
      if (limits.count === 0 || bytes > limits.megabytes * MEGABYTE) return;
      const file = FileVersions.of(this.#place, await this.#realPath(path));
      await file.keep(kept);
      await this.#bound(file, limits);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#request.onTrouble(path, error);
    }
  }

  async #bound(file: FileVersions, { count, days, megabytes }: VersionLimits): Promise<void> {
    const now = this.#request.clock();
    const names = await file.list();
    const old = names.filter(({ time }, at) => at < names.length - count || time < now - days * DAY_MS);
    if (old.length > 0) await file.forget(old);
    await file.tidy(now);
    await this.#boundSize(megabytes * MEGABYTE);
  }

  /** Lets the oldest versions of all files go until the rest is small enough. */
  async #boundSize(most: number): Promise<void> {
    const all: { readonly file: FileVersions; readonly name: VersionName; readonly size: number }[] = [];
    for (const file of await FileVersions.all(this.#place)) {
      const counted = new Set<string>();
      for (const name of (await file.list()).toReversed()) {
        // Content that several versions have goes with the oldest of them.
        const size = counted.has(name.sha256) ? 0 : await file.size(name);
        counted.add(name.sha256);
        all.push({ file, name, size });
      }
    }
    let total = all.reduce((sum, { size }) => sum + size, 0);
    for (const { file, name, size } of all.toSorted((one, other) => one.name.time - other.name.time)) {
      if (total <= most) return;
      await file.forget([name]);
      total -= size;
    }
  }
}

import { randomBytes } from 'node:crypto';
import { errnoOf, fileError } from '../../files/file-error.ts';
import type { FileOps } from '../../files/file-ops.ts';
import { childOf, type FilePath } from '../../files/file-path.ts';
import { openJournal, removeJournal } from '../../files/journal-file.ts';
import { type JournalEnd, readFrames } from '../../files/journal-frames.ts';
import { isRunning, ownMark } from '../../files/process-mark.ts';
import type { Sealer } from '../../files/sealer.ts';
import { discard } from '../../files/temporary-file.ts';
import { StateReader, type StoredState } from './document-state.ts';

/** Where journals are kept, and how. */
export interface RecoveryOptions {
  readonly folder: FilePath;
  /** Absent where the system has no keychain: then they are kept as they are. */
  readonly sealer?: Sealer | undefined;
  readonly ops?: FileOps;
  /** Does the program still run that owns journals of this mark? */
  readonly isRunning?: (mark: string) => boolean;
}

/** A journal whose program has ended, and what is in it. */
export interface StoredJournal {
  readonly name: string;
  /** Absent when nothing can be made of it. */
  readonly state?: StoredState;
  readonly end: JournalEnd;
}

const NAME = /^(\d+-\d+-\d+)\.([0-9a-f]{16})\.(journal|new|damaged)$/;
/** How long a journal is kept that nothing can be made of. */
const DAMAGED_KEPT_MS = 30 * 86_400_000;

/** The folder of journals. Each is named for the program that writes it, so that nobody takes it away while that runs. */
export class StoredJournals {
  readonly ops: FileOps;
  readonly folder: FilePath;
  readonly sealer: Sealer | undefined;
  readonly #isRunning: (mark: string) => boolean;
  readonly #mark = ownMark();
  /** The names that were given here. */
  readonly #own = new Set<string>();

  constructor(options: RecoveryOptions & { readonly ops: FileOps }) {
    this.ops = options.ops;
    this.folder = options.folder;
    this.sealer = options.sealer;
    this.#isRunning = options.isRunning ?? isRunning;
  }

  newName(kind: 'journal' | 'new' = 'journal'): string {
    const name = `${this.#mark}.${randomBytes(8).toString('hex')}.${kind}`;
    this.#own.add(name);
    return name;
  }

  /** True while another program keeps journals here. */
  async inUse(): Promise<boolean> {
    return (await this.#names()).some((name) => {
      const mark = NAME.exec(name)?.[1];
      return mark !== undefined && !this.#own.has(name) && this.#isRunning(mark);
    });
  }

  /** The names of journals whose program has ended. What such a program left half made is removed. */
  async orphans(now: number): Promise<string[]> {
    const names = await this.#names();
    const orphans: string[] = [];
    for (const name of names) {
      const [, mark = '', , kind] = NAME.exec(name) ?? [];
      if (mark === '' || this.#own.has(name) || this.#isRunning(mark)) continue;
      if (kind === 'journal') orphans.push(name);
      else if (kind === 'new' || (await this.#isOld(name, now)))
        await discard(this.ops, childOf(this.folder, name));
    }
    return orphans;
  }

  /** What is in a journal. What is not whole or not sound counts for nothing. */
  async read(name: string): Promise<StoredJournal> {
    let close: (() => Promise<void>) | undefined;
    try {
      const journal = await openJournal({ ops: this.ops, folder: this.folder, name });
      ({ close } = journal);
      const reader = new StateReader();
      const frames = readFrames(journal.read, this.sealer);
      for (;;) {
        const step = await frames.next();
        if (step.done !== true) {
          reader.add(step.value);
          continue;
        }
        const state = reader.state();
        return { name, end: step.value, ...(state && { state }) };
      }
    } catch (error) {
      throw fileError(error, { step: 'read', path: childOf(this.folder, name), otherwise: 'read-failed' });
    } finally {
      await close?.();
    }
  }

  /** Makes a journal one of this program; nothing when another program was quicker. */
  async claim(name: string): Promise<string | undefined> {
    const own = this.newName();
    return (await this.#rename(name, own)) ? own : undefined;
  }

  /** Removes a journal of this program. */
  async remove(name: string): Promise<void> {
    await removeJournal({ ops: this.ops, folder: this.folder, name });
  }

  /** Sets a journal aside that nothing can be made of. */
  async setAside(name: string): Promise<void> {
    await this.#rename(name, name.replace(/\.journal$/, '.damaged'));
  }

  async #rename(from: string, to: string): Promise<boolean> {
    try {
      await this.ops.rename(childOf(this.folder, from), childOf(this.folder, to));
      return true;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return false;
    }
  }

  async #names(): Promise<string[]> {
    try {
      return (await this.ops.list(this.folder)).map(String).toSorted();
    } catch (error) {
      // What cannot be looked at cannot be written either, and the first edit tells that.
      if (errnoOf(error) !== undefined) return [];
      throw error;
    }
  }

  async #isOld(name: string, now: number): Promise<boolean> {
    const path = childOf(this.folder, name);
    const stat = await this.ops.statLink(path).catch(() => undefined);
    return stat !== undefined && Number(stat.mtimeNs / 1_000_000n) < now - DAMAGED_KEPT_MS;
  }
}

import { AppError } from '#shared/api/app-error.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import type { Table } from '#shared/table/table.ts';
import { JournalFile, type JournalPlace, removeJournal } from '../../files/journal-file.ts';
import type { OpenDocument } from '../open-document.ts';
import { byteFrames, bytesUsed, type Part, partsOf, stateFrame } from './document-state.ts';

export interface DocumentJournalRequest {
  readonly document: OpenDocument;
  readonly place: JournalPlace;
  /** A new name for a journal that is not whole yet. */
  readonly temporaryName: () => string;
  /** A journal of this name is on disk already: it was claimed from a program that ended. */
  readonly exists: boolean;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Told once when the journal cannot be written, and again only after it could be. */
  readonly onTrouble: (error: AppError) => void;
}

/** How long an edit waits to be written: those that come meanwhile are written with it. */
const WAIT_MS = 200;
/** A journal that has grown by this and to twice what it began with is written anew. */
const GROWTH = 8 << 20;

/** What a journal holds by now. */
interface Written {
  readonly file: JournalFile;
  readonly table: Table;
  /** The table's bytes that are in it. */
  readonly used: number;
  /** Its size when it was begun. */
  readonly began: number;
  /** The state that was written last. */
  readonly key: string;
}

/** What is believed to be on disk, and what it was told by. */
interface Saved {
  readonly table: Table;
  readonly version: number;
  readonly disk: string | undefined;
  readonly parts: readonly Part[];
}

/** Keeps a document's unsaved edits on disk: a journal while there are any, none while there are none. */
export class DocumentJournal {
  readonly #request: DocumentJournalRequest;
  #written: Written | undefined;
  #saved: Saved | undefined;
  /** There may be a file under this name. */
  #onDisk: boolean;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #ended = false;
  #troubled = false;

  constructor(request: DocumentJournalRequest) {
    this.#request = request;
    this.#onDisk = request.exists;
  }

  get name(): string {
    return this.#request.place.name;
  }

  /** True while the last attempt to write it failed. */
  get troubled(): boolean {
    return this.#troubled;
  }

  /** The document may have changed: it is looked at soon. */
  touch(): void {
    if (this.#ended) return;
    this.#timer ??= setTimeout(() => void this.flush(), WAIT_MS);
  }

  /** Brings the journal up to the document; resolves when it is on disk, or that failed and was told. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#again = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Brings the journal up to the document for the last time, and leaves it there. */
  async settle(): Promise<void> {
    await this.flush();
    this.#ended = true;
  }

  /** The person gave the edits up: they leave the disk. */
  async discard(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await this.#running;
    await this.#try(() => this.#remove());
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#ended) {
      this.#again = false;
      await this.#try(() => (this.#request.document.unsaved ? this.#write() : this.#remove()));
    }
    this.#running = undefined;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#troubled = false;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!this.#troubled) this.#request.onTrouble(error);
      this.#troubled = true;
    }
  }

  async #remove(): Promise<void> {
    if (!this.#onDisk) return;
    this.#written = undefined;
    await removeJournal(this.#request.place);
    this.#onDisk = false;
  }

  /** What is believed to be on disk changes with saves and reloads only: as long as a version of the document stands for it, it is the same. */
  #savedParts(disk: string | undefined, cookies: CookieDocument): readonly Part[] {
    const { savedVersion, table } = cookies;
    const known = this.#saved;
    if (known?.table === table && known.version === savedVersion && known.disk === disk) return known.parts;
    const parts = partsOf(cookies.writeSaved(), table);
    this.#saved = savedVersion === undefined ? undefined : { table, version: savedVersion, disk, parts };
    return parts;
  }

  async #write(): Promise<void> {
    const { document, place, temporaryName, now } = this.#request;
    const { link } = document;
    const disk = await link?.hash();
    // From here to the first wait nothing else runs: what is noted is one state of the document.
    const { cookies } = document;
    const { table } = cookies;
    const key = `${document.version} ${cookies.version} ${cookies.savedVersion} ${disk} ${document.title}`;
    const before = this.#written?.table === table ? this.#written : undefined;
    if (before?.key === key && this.#onDisk) return;
    const { bytes } = table;
    const used = bytesUsed(table);
    const state = stateFrame({
      meta: {
        title: document.title,
        ...(link && { path: Buffer.from(link.path).toString('latin1') }),
        ...(disk !== undefined && { disk }),
        format: cookies.format.id,
        at: now(),
      },
      saved: this.#savedParts(disk, cookies),
      present: partsOf(cookies.write(), table),
    });
    // What could not be added to is begun anew: somebody may have removed it.
    this.#written = undefined;
    if (before !== undefined && before.file.size <= before.began * 2 + GROWTH) {
      const frames = [...byteFrames(bytes, before.used, used), state];
      const added = await before.file.append(frames).then(() => true, refused);
      if (added) {
        this.#written = { ...before, used, key };
        return;
      }
    }
    const file = await JournalFile.start(place, [...byteFrames(bytes, 0, used), state], temporaryName);
    this.#onDisk = true;
    this.#written = { file, table, used, began: file.size, key };
  }
}

function refused(error: unknown): false {
  if (error instanceof AppError) return false;
  throw error;
}

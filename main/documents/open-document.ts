import { AppError } from '#shared/api/app-error.ts';
import type { DocumentInfo } from '#shared/api/document.ts';
import type { Notice } from '#shared/api/notice.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import type { EditDone } from '#shared/document/edits/edit-outcome.ts';
import type { FixOutcome } from '#shared/document/edits/fix-rule.ts';
import type { OpenRefusal } from '#shared/document/open-document.ts';
import { type Writer, writerOf } from '#shared/document/writer.ts';
import type { Progress } from '#shared/table/progress.ts';
import type { StoreFacts } from '../databases/open-database.ts';
import { documentInfo } from './document-info.ts';
import type { FileLink } from './file-link.ts';
import { filePlace, ignoreInGit } from './file-place.ts';
import { changeMode, type ModeOutcome, plannedMode } from './mode-outcome.ts';
import type { Task } from './task.ts';
import { type TaskBoard, TaskQueue } from './task-queue.ts';

export interface OpenDocumentRequest {
  readonly id: string;
  readonly title: string;
  readonly cookies: CookieDocument;
  /** The true time, in seconds since 1970. */
  readonly openedAt: number;
  /** Given where it was read from a browser's store. */
  readonly store?: StoreFacts | undefined;
  readonly board: TaskBoard;
  /** Called after everything that changes what `info` says. */
  readonly onChange: (document: OpenDocument) => void;
  /** Called with what a person must hear of work that succeeded. */
  readonly onNotice: (document: OpenDocument, notice: Notice) => void;
}

/** What brought a document back whose edits were not saved when its program ended. */
export type Restored = NonNullable<DocumentInfo['restored']>;

/** An edit that was made, and what became of the file's permissions where it meant them. */
export type DocumentEditDone = EditDone & { readonly mode?: ModeOutcome };

type Edit = (document: CookieDocument) => Generator<Progress, FixOutcome>;

/** A document that is open: what it holds, the file it is tied to, and the queue that all work on it goes through. */
export class OpenDocument {
  readonly id: string;
  readonly #queue: TaskQueue;
  readonly #openedAt: number;
  readonly #store: StoreFacts | undefined;
  readonly #onChange: (document: OpenDocument) => void;
  readonly #onNotice: (document: OpenDocument, notice: Notice) => void;
  #cookies: CookieDocument;
  #title: string;
  /** `false` until it is asked for. */
  #writer: Writer | undefined | false = false;
  #link: FileLink | undefined;
  #readOnly: DocumentInfo['readOnly'];
  /** Makes versions go on upwards when the document is made of something else. */
  #versionBase = 0;
  /** Where a save left what the file held before. */
  #oldContent: string | undefined;
  #unconfirmed = false;
  #restored: Restored | undefined;
  #closed = false;

  constructor({ id, title, cookies, openedAt, store, board, onChange, onNotice }: OpenDocumentRequest) {
    this.id = id;
    this.#store = store;
    this.#title = title;
    this.#cookies = cookies;
    this.#openedAt = openedAt;
    this.#queue = new TaskQueue(board);
    this.#onChange = onChange;
    this.#onNotice = onNotice;
    this.#readOnly = cookies.readOnly;
    cookies.setName(title);
  }

  get cookies(): CookieDocument {
    return this.#cookies;
  }

  get title(): string {
    return this.#link?.name ?? this.#title;
  }

  get link(): FileLink | undefined {
    return this.#link;
  }

  get version(): number {
    return this.#versionBase + this.#cookies.revision;
  }

  /** The program that wrote the file, told when it was read: what tells it may be edited away. */
  get writer(): Writer | undefined {
    if (this.#writer === false) {
      const written = this.#link?.state.mtimeNs;
      const seconds = written === undefined ? undefined : Number(written / 1_000_000_000n);
      this.#writer = writerOf(this.#cookies, seconds);
    }
    return this.#writer;
  }

  /** The file was read again: another program may have written it since. */
  forgetWriter(): void {
    this.#writer = false;
  }

  get info(): DocumentInfo {
    return documentInfo({
      id: this.id,
      title: this.title,
      cookies: this.#cookies,
      openedAt: this.#openedAt,
      store: this.#store,
      link: this.#link,
      version: this.version,
      readOnly: this.#readOnly,
      writer: this.writer,
      oldContent: this.#oldContent,
      unconfirmed: this.#unconfirmed,
      restored: this.#restored,
    });
  }

  /** True while the file does not surely hold what the document does: what is to survive the end of the program. */
  get unsaved(): boolean {
    return this.#cookies.dirty || this.#link?.overruled === true || this.#unconfirmed;
  }

  /** Its unsaved edits were brought back, or (without a note) a person has decided about them. */
  noteRestored(restored?: Restored): void {
    this.#restored = restored;
  }

  /** Runs work when its turn comes; all work that reads or changes the document more than for a moment goes through here. */
  run<Result>(
    request: { readonly label: string; readonly fixed?: boolean },
    body: (task: Task) => Promise<Result>,
  ): Promise<Result> {
    return this.#queue.add(request, async (task) => {
      if (this.#closed) throw new AppError('document-not-open');
      return body(task);
    });
  }

  /**
   * Makes an edit as one step, which can be stopped until it begins to change the lines; one that would break a line is an `edit-refused`. Where it means the file's permissions
   * too, they are changed on disk after it; that they could not be is a notice, for the edit is made by then.
   */
  edit(label: string, work: Edit): Promise<DocumentEditDone> {
    return this.run({ label }, async (task) => {
      this.#refuseFrozen();
      const { mode, ignoreInGit, ...outcome } = await task.slices(work(this.#cookies));
      if (outcome.refused !== undefined) throw new AppError('edit-refused', { message: outcome.refused });
      try {
        if (ignoreInGit === true && this.#link !== undefined) await this.#ignore(this.#link);
        const changed = mode === undefined ? undefined : await this.#tighten(mode);
        return changed === undefined ? outcome : { ...outcome, mode: changed };
      } finally {
        this.changed();
      }
    });
  }

  /** Takes the last step back, or makes it again. */
  step(direction: 'undo' | 'redo'): Promise<void> {
    return this.run({ label: direction === 'undo' ? 'Undoing' : 'Redoing', fixed: true }, async (task) => {
      await task.slices(this.#cookies[direction]());
      this.changed();
    });
  }

  /** Moves the clock by which entries are expired. */
  moveClock(now: number): Promise<void> {
    return this.run({ label: 'Judging', fixed: true }, (task) => task.slices(this.#cookies.setNow(now)));
  }

  /** Changes what is heard of the rules. */
  rejudge(change: (cookies: CookieDocument) => Generator<Progress, void> | void): Promise<void> {
    return this.run({ label: 'Judging', fixed: true }, async (task) => {
      const work = change(this.#cookies);
      if (work !== undefined) await task.slices(work);
      this.changed();
    });
  }

  /** Ties the document to a file, in place of the one it was tied to. */
  async tie(link: FileLink, readOnly?: DocumentInfo['readOnly']): Promise<void> {
    const before = this.#link;
    this.#link = link;
    this.#readOnly = readOnly ?? this.#cookies.readOnly;
    this.#cookies.setName(link.name);
    this.#cookies.setMode(link.state.mode);
    await before?.dispose();
  }

  /** The file was looked at again: its permissions may be other ones now. */
  mayBeWritten(writable: boolean): void {
    this.#readOnly = this.#cookies.readOnly ?? (writable ? undefined : 'permission');
  }

  /** Makes the document of something else: it was saved in another format. Its steps cannot be undone from there. */
  replace(cookies: CookieDocument): void {
    this.#versionBase += this.#cookies.revision + 1;
    this.#cookies = cookies;
    this.#writer = false;
    cookies.setName(this.title);
    this.#readOnly = cookies.readOnly;
  }

  /** Tells that `info` says something else now. */
  changed(): void {
    if (!this.#closed) this.#onChange(this);
  }

  /** Tells a person what they must hear of work that succeeded. */
  tell(notice: Notice): void {
    if (!this.#closed) this.#onNotice(this, notice);
  }

  /** A save is done: what is to be said of it is told, and stays in `info` while it holds. */
  noteSaved(notice: Notice | undefined): void {
    this.#restored = undefined;
    this.#unconfirmed = notice?.code === 'durability-uncertain';
    this.noteOldContent(notice?.data['oldContent']);
    if (notice !== undefined) this.tell(notice);
  }

  /** Old bytes were left at a path: they stay there until a person removes them. */
  noteOldContent(path: unknown): void {
    if (typeof path === 'string') this.#oldContent = path;
  }

  async dispose(): Promise<void> {
    this.#closed = true;
    await this.#link?.dispose();
  }

  #refuseFrozen(): void {
    if (this.#cookies.readOnly === undefined) return;
    throw new AppError('document-read-only', { path: this.title, reason: 'format' });
  }

  async #ignore(link: FileLink): Promise<void> {
    this.tell(await ignoreInGit(link));
    this.#cookies.setPlace(await filePlace(link.state.realPath));
  }

  async #tighten(mode: number): Promise<ModeOutcome | undefined> {
    const link = this.#link;
    const before = this.#cookies.facts().mode;
    if (link === undefined) {
      if (before !== undefined) this.#cookies.setMode(before & mode);
      return plannedMode(before, mode);
    }
    const changed = await changeMode(link, { mode, readOnly: this.#readOnly !== undefined });
    if (changed?.tightened !== undefined) {
      const { after, state } = changed.tightened;
      if (state !== undefined) link.restamp(state);
      this.#cookies.setMode(after);
    }
    if (changed !== undefined) this.tell(changed.notice);
    return changed?.outcome;
  }
}

/** A refusal to read bytes, as the failure that a person meets. */
export function refusalError(refusal: OpenRefusal, path: string): AppError {
  const { code, line, column, fault, format } = refusal;
  return new AppError(code, {
    path,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(fault !== undefined && { fault }),
    ...(format !== undefined && { format }),
  });
}

import { AppError } from '#shared/api/app-error.ts';
import type { DocumentInfo } from '#shared/api/document.ts';
import type { AppEvent } from '#shared/api/events.ts';
import type { ByteStrings } from '#shared/cookie/byte-string.ts';
import { type FirstRows, newDocument } from '#shared/document/open-document.ts';
import { byteStrings } from '../files/byte-strings.ts';
import { FileHandles } from '../files/file-handles.ts';
import { displayName, displayPath, type FilePath, samePath } from '../files/file-path.ts';
import { type RecipeStore, recipesInMemory } from '../settings/recipes.ts';
import { settingsInMemory, type SettingsStore } from '../settings/settings-store.ts';
import { ClientView } from './client-view.ts';
import { DisposableCopies } from './disposable-copies.ts';
import { openBytes, type OpenedBytes } from './open-bytes.ts';
import { openFile, type OpeningChoice } from './open-file.ts';
import { OpenDocument } from './open-document.ts';
import { whileOpening } from './opening.ts';
import { ProtectedEntries } from './protected-entries.ts';
import { type Recovered, Recovery } from './recovery/recovery.ts';
import type { RecoveryOptions } from './recovery/stored-journals.ts';
import { readProjectFile } from './project-file.ts';
import { TaskBoard } from './task-queue.ts';
import { withTable } from './unknown-tables.ts';
import { type VersionOptions, Versions } from './versions.ts';

/** What a service needs of its host. */
export interface DocumentServiceOptions {
  /** Where copies go that are made before a file is overwritten in place. */
  readonly safetyFolder: FilePath;
  /** Look after the files of open documents, and move the clock each minute. Off for hosts that do not stay. */
  readonly live: boolean;
  /** Keep unsaved edits on disk until they are saved. Off for hosts that only run a command. */
  readonly recovery?: RecoveryOptions | undefined;
  /** Keep what saves and other programs replace. */
  readonly versions?: VersionOptions | undefined;
  /** Where throw-away copies go; without it none are made. */
  readonly copiesFolder?: FilePath | undefined;
  /** Where the marks of protected entries are kept; without it they are forgotten with their documents. */
  readonly protectedFolder?: string | undefined;
  /** What the person chose; without it what is usual, until the host ends. */
  readonly settings?: SettingsStore | undefined;
  /** The recipes that the person keeps; without it they are forgotten when the host ends. */
  readonly recipes?: RecipeStore | undefined;
  /** Milliseconds since 1970, as `Date.now` gives them. */
  readonly clock?: () => number;
}

type Listener = (event: AppEvent) => void;

/** A small file in which a lot is wrong. */
const SAMPLE = 'resources/samples/sample-cookies.txt';
const MINUTE = 60_000;
/** A client that opens more views than this loses its oldest: a tab that was reloaded cannot say goodbye. */
const VIEWS = 64;

/** The documents that are open, by id. A file that is opened twice is one document. */
export class DocumentService {
  readonly handles = new FileHandles();
  readonly strings: ByteStrings = byteStrings;
  readonly options: DocumentServiceOptions;
  readonly tasks = new TaskBoard((report) => this.emit({ event: 'progressed', ...report }));
  /** Absent for hosts that keep none. */
  readonly versions: Versions | undefined;
  /** Absent for hosts that make none. */
  readonly copies: DisposableCopies | undefined;
  /** Absent for hosts that keep no marks. */
  readonly protectedEntries: ProtectedEntries | undefined;
  readonly settings: SettingsStore;
  readonly recipes: RecipeStore;
  readonly #clock: () => number;
  readonly #documents = new Map<string, OpenDocument>();
  /** The first lines of files that are being read, by document. */
  readonly #previews = new Map<string, AppEvent>();
  readonly #views = new Map<string, ClientView>();
  readonly #opening = new Map<string, Promise<OpenDocument>>();
  readonly #listeners = new Set<Listener>();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #recovery: Recovery | undefined;
  #recovered: Promise<unknown> = Promise.resolve();
  #lastId = 0;
  #asOf: number | undefined;
  #ignoredRules: readonly string[] = [];

  constructor(options: DocumentServiceOptions) {
    this.options = options;
    this.#clock = options.clock ?? Date.now;
    this.settings = options.settings ?? settingsInMemory();
    this.recipes = options.recipes ?? recipesInMemory();
    const { protectedFolder, safetyFolder } = options;
    this.protectedEntries =
      protectedFolder === undefined
        ? undefined
        : new ProtectedEntries({ folder: protectedFolder, safetyFolder });
    this.versions =
      options.versions &&
      new Versions({
        ...options.versions,
        safetyFolder: options.safetyFolder,
        clock: this.#clock,
        onTrouble: (path, error) => this.#tellNotKept(path, error),
      });
    const { copiesFolder } = options;
    this.copies = copiesFolder === undefined ? undefined : new DisposableCopies(this, copiesFolder);
    if (options.live) void this.copies?.sweep();
    this.#recovery = options.recovery && new Recovery(this, options.recovery);
    // A command that is run once says all that there is to say.
    if (options.live) void this.settings.read().then(({ ignoredRules }) => this.ignoreRules(ignoredRules));
    if (options.live) this.#timer = setInterval(() => void this.#tick(), MINUTE).unref();
  }

  /** Seconds since 1970. */
  get now(): number {
    return Math.floor(this.#clock() / 1000);
  }

  /** The moment that a person plans for, while they do. */
  get asOf(): number | undefined {
    return this.#asOf;
  }

  /** The clock by which cookies are judged, seconds since 1970: now, or the moment that a person plans for. */
  get judgedAt(): number {
    return this.#asOf ?? this.now;
  }

  /** Judges every document as of a moment; without one as of now again. Nothing that is written depends on it. */
  async moveClock(asOf?: number): Promise<void> {
    this.#asOf = asOf;
    await this.#tick();
  }

  /** Says nothing of these rules in any document. */
  async ignoreRules(rules: readonly string[]): Promise<void> {
    if (rules.join() === this.#ignoredRules.join()) return;
    this.#ignoredRules = rules;
    for (const document of this.list()) {
      await document.rejudge((cookies) => cookies.ignoreRules(rules)).catch(closedMeanwhile);
    }
  }

  /** Hears everything that happens, and first what was told of files that are being read; the result ends it. */
  subscribe(listener: Listener): () => void {
    for (const previewed of this.#previews.values()) listener(previewed);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: AppEvent): void {
    this.#recovery?.follow(event);
    if (event.event === 'previewed') this.#previews.set(event.preview.document, event);
    else if (event.event === 'previewEnded') this.#previews.delete(event.document);
    for (const listener of this.#listeners) listener(event);
  }

  /**
   * Brings back the unsaved edits that a program left which ended without saving; once, before anything else is opened. `files`: only
   * those of these files, and those of documents without one.
   */
  recover(files?: readonly FilePath[]): Promise<Recovered> {
    const recovered =
      this.#recovery?.recover(files) ?? Promise.resolve({ documents: [], kept: [], unreadable: 0 });
    this.#recovered = recovered.catch(failedForCaller);
    return recovered;
  }

  /** Resolves when what is brought back is there. */
  get recovered(): Promise<unknown> {
    return this.#recovered;
  }

  /** Brings the unsaved edits of all documents to the disk now, where they are kept there. */
  async keepEdits(): Promise<void> {
    await this.#recovery?.flush();
  }

  /** True where unsaved edits outlive the program: they are kept, and nothing hinders that. */
  get keepsEdits(): boolean {
    return this.#recovery?.working === true;
  }

  list(): readonly OpenDocument[] {
    return [...this.#documents.values()];
  }

  get(id: string): OpenDocument {
    const document = this.#documents.get(id);
    if (document === undefined) throw new AppError('document-not-open');
    return document;
  }

  /** Opens the file behind a handle, or gives the document that it is open as. */
  open(handle: string, how: OpeningChoice = {}): Promise<OpenDocument> {
    const path = this.handles.path(handle);
    const running = this.#opening.get(handle);
    if (running !== undefined) return running;
    const opening = this.#recovered
      .then(() => openFile(this, path, how))
      .catch((error: unknown) => Promise.reject(withTable(this, error, { handle, name: displayName(path) })))
      .finally(() => this.#opening.delete(handle));
    this.#opening.set(handle, opening);
    return opening;
  }

  /** A document from bytes that have no file. */
  async openBytes(name: string, bytes: Uint8Array<ArrayBuffer>, as?: string): Promise<OpenDocument> {
    const opening = whileOpening(this, name, async ({ task, id, tell }) => {
      const onFirstRows = (first: FirstRows): void => tell(first, bytes.length);
      const opened = await openBytes({ service: this, task, name, bytes, as, onFirstRows });
      return this.adopt(name, opened, undefined, id);
    });
    return opening.catch((error: unknown) => Promise.reject(withTable(this, error, { name, bytes })));
  }

  create(): OpenDocument {
    return this.adopt('cookies.txt', { cookies: newDocument(this.strings, this.judgedAt) });
  }

  async sample(): Promise<OpenDocument> {
    return this.openBytes('sample-cookies.txt', await readProjectFile(SAMPLE));
  }

  /** An id that no document had or will have but the one that it is given to. */
  nextDocumentId(): string {
    this.#lastId += 1;
    return `d${this.#lastId}`;
  }

  /** Makes a document one of the open ones; `prepare` ties it to its file before anybody hears of it. */
  adopt(
    title: string,
    opened: OpenedBytes,
    prepare?: (document: OpenDocument) => void,
    id = this.nextDocumentId(),
  ): OpenDocument {
    const document = new OpenDocument({
      id,
      title,
      cookies: opened.cookies,
      openedAt: this.now,
      store: opened.store,
      board: this.tasks,
      onChange: (changed) => this.emit({ event: 'documentChanged', document: changed.info }),
      onNotice: ({ id }, notice) => this.emit({ event: 'noticed', document: id, notice }),
    });
    this.#documents.set(document.id, document);
    if (this.#ignoredRules.length > 0) opened.cookies.ignoreRules(this.#ignoredRules);
    prepare?.(document);
    this.emit({ event: 'documentOpened', document: document.info });
    const version = opened.store?.newerSchema;
    if (version !== undefined) document.tell({ code: 'schema-newer', data: { path: title, version } });
    return document;
  }

  /** Forgets a document and its views, whatever was not saved of it. */
  async close(id: string): Promise<void> {
    const document = this.get(id);
    this.#documents.delete(id);
    for (const view of this.#views.values()) if (view.document === document) this.#views.delete(view.id);
    await this.copies?.forget(document);
    await document.dispose();
    await this.#recovery?.discard(id);
    this.emit({ event: 'documentClosed', id });
  }

  /** Opens a view for a client; `views` are those that the client has. */
  openView(document: OpenDocument, views: Set<string>): ClientView {
    this.#lastId += 1;
    const view = new ClientView(`v${this.#lastId}`, document);
    this.#views.set(view.id, view);
    views.add(view.id);
    const [oldest] = views;
    if (views.size > VIEWS && oldest !== undefined) this.closeView(oldest, views);
    return view;
  }

  view(id: string): ClientView {
    const view = this.#views.get(id);
    if (view === undefined) throw new AppError('view-not-open');
    return view;
  }

  closeView(id: string, views: Set<string>): void {
    views.delete(id);
    this.#views.delete(id);
  }

  async dispose(): Promise<void> {
    clearInterval(this.#timer);
    await this.copies?.dispose();
    await this.#recovery?.settle();
    await this.versions?.settled();
    this.#listeners.clear();
    const documents = this.list();
    this.#documents.clear();
    this.#views.clear();
    await Promise.all(documents.map((document) => document.dispose()));
  }

  #tellNotKept(path: FilePath, { code, data }: AppError): void {
    const document = this.list().find(({ link }) => link !== undefined && samePath(link.path, path));
    document?.tell({
      code: 'version-not-kept',
      data: { path: displayPath(path), errno: String(data['errno'] ?? code) },
    });
  }

  async #tick(): Promise<void> {
    const { judgedAt: now, asOf } = this;
    for (const document of this.list()) {
      const before = JSON.stringify(document.info.findings);
      // Scenario: the document is closed while its turn has not come; there is nothing left to judge then.
      await document.moveClock(now).catch(closedMeanwhile);
      if (JSON.stringify(document.info.findings) !== before) document.changed();
    }
    this.emit({ event: 'clockMoved', now, ...(asOf !== undefined && { asOf }) });
  }
}

/** Whoever asked for it has the failure; opening files goes on. */
function failedForCaller(): void {}

function closedMeanwhile(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'document-not-open')) throw error;
}

/** The infos of all open documents, in the order in which they were opened. */
export function documentInfos(service: DocumentService): DocumentInfo[] {
  return service.list().map((document) => document.info);
}

import { AppError } from '#shared/api/app-error.ts';
import type { AppEvent } from '#shared/api/events.ts';
import { displayPath, type FilePath, samePath } from '../../files/file-path.ts';
import { nodeFileOps } from '../../files/node-file-ops.ts';
import type { DocumentService } from '../document-service.ts';
import type { OpenDocument } from '../open-document.ts';
import { DocumentJournal } from './document-journal.ts';
import { pathOf, restoreDocument } from './restore-document.ts';
import { type RecoveryOptions, StoredJournals } from './stored-journals.ts';

/** What came of looking for unsaved edits. */
export interface Recovered {
  readonly documents: readonly OpenDocument[];
  /** Files with unsaved edits that were not asked for; theirs are kept. */
  readonly kept: readonly string[];
  /** How many journals nothing could be made of: damaged, or sealed with a key that is not here. */
  readonly unreadable: number;
}

/** How often, and how many times, it is looked whether another program has ended. */
const LOOK_MS = 500;
const LOOKS = 20;

/** Keeps the unsaved edits of all documents on disk, and brings back those that a program left which ended without saving. */
export class Recovery {
  readonly #service: DocumentService;
  readonly #stored: StoredJournals;
  readonly #journals = new Map<string, DocumentJournal>();
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(service: DocumentService, options: RecoveryOptions) {
    this.#service = service;
    this.#stored = new StoredJournals({ ...options, ops: options.ops ?? nodeFileOps });
  }

  /** Follows what happens to documents. */
  follow(event: AppEvent): void {
    if (event.event !== 'documentSaved' && event.event !== 'documentChanged') return;
    const document = this.#service.list().find(({ id }) => id === event.document.id);
    if (document === undefined) return;
    const journal = this.#journalOf(document);
    if (event.event === 'documentSaved') void journal.flush();
    else journal.touch();
  }

  /** True while every unsaved edit is on disk, or will be in a moment. */
  get working(): boolean {
    return ![...this.#journals.values()].some(({ troubled }) => troubled);
  }

  /** The document is closed: what was not saved of it was given up. */
  async discard(id: string): Promise<void> {
    const journal = this.#journals.get(id);
    this.#journals.delete(id);
    await journal?.discard();
  }

  /** Brings everything to the disk now. */
  async flush(): Promise<void> {
    await Promise.all([...this.#journals.values()].map((journal) => journal.flush()));
  }

  /** Brings everything to the disk for the last time: the program ends. */
  async settle(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await Promise.all([...this.#journals.values()].map((journal) => journal.settle()));
  }

  /**
   * Brings back what was left; `files`: only what belongs to these, and to no file at all. Where another program keeps journals it is looked
   * for a while whether that ends.
   */
  async recover(files?: readonly FilePath[]): Promise<Recovered> {
    const recovered = await this.#pass(files);
    if (await this.#stored.inUse()) this.#lookAgain(files, LOOKS);
    return recovered;
  }

  /** Scenario: the window was killed and is started again at once; its engine takes a moment to notice, and ends then. */
  #lookAgain(files: readonly FilePath[] | undefined, looks: number): void {
    if (looks === 0 || this.#ended) return;
    const look = async (): Promise<void> => {
      const inUse = await this.#stored.inUse();
      await this.#pass(files);
      if (inUse) this.#lookAgain(files, looks - 1);
    };
    this.#timer = setTimeout(() => void look(), LOOK_MS).unref();
  }

  async #pass(files: readonly FilePath[] | undefined): Promise<Recovered> {
    const documents: OpenDocument[] = [];
    const kept: string[] = [];
    let unreadable = 0;
    for (const name of await this.#stored.orphans(this.#service.now * 1000)) {
      const { state, end } = await this.#stored.read(name).catch(unread);
      if (state === undefined) {
        unreadable += 1;
        if (end !== 'sealed') await this.#stored.setAside(name);
        continue;
      }
      const path = pathOf(state);
      if (path !== undefined && files !== undefined && !files.some((file) => samePath(file, path))) {
        kept.push(displayPath(path));
        continue;
      }
      const own = await this.#stored.claim(name);
      if (own === undefined) continue;
      const document = await restoreDocument(this.#service, state, (claiming) => {
        this.#journalOf(claiming, own);
      }).catch(unread);
      if (document !== undefined && 'end' in document) {
        unreadable += 1;
        await this.#stored.setAside(own);
      } else if (document === undefined) await this.#stored.remove(own);
      else documents.push(await this.#adopted(document, own));
    }
    return { documents, kept, unreadable };
  }

  /** What was claimed is the document's journal from now on, or, where it has one already, is in that and goes. */
  async #adopted(document: OpenDocument, claimed: string): Promise<OpenDocument> {
    const journal = this.#journalOf(document);
    await journal.flush();
    if (journal.name !== claimed && !journal.troubled) await this.#stored.remove(claimed);
    return document;
  }

  #journalOf(document: OpenDocument, claimed?: string): DocumentJournal {
    const known = this.#journals.get(document.id);
    if (known !== undefined) return known;
    const { ops, folder, sealer } = this.#stored;
    const journal = new DocumentJournal({
      document,
      place: { ops, folder, sealer, name: claimed ?? this.#stored.newName() },
      temporaryName: () => this.#stored.newName('new'),
      exists: claimed !== undefined,
      now: () => this.#service.now,
      onTrouble: (error) => document.tell({ code: 'recovery-off', data: troubleData(document, error) }),
    });
    this.#journals.set(document.id, journal);
    return journal;
  }
}

/** Scenario: the disk cannot read a journal, or it holds what is no cookie file. The others are brought back all the same. */
function unread(error: unknown): { readonly end: 'torn'; readonly state?: undefined } {
  if (error instanceof AppError) return { end: 'torn' };
  throw error;
}

function troubleData(document: OpenDocument, { code, data }: AppError): Record<string, string> {
  return { path: document.title, reason: code, errno: String(data['errno'] ?? code) };
}

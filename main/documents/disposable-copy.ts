import { AppError } from '#shared/api/app-error.ts';
import type { RunCopy } from '#shared/api/run-copy.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { commitTakeBack, planTakeBack, type TakeBackPlan } from '#shared/document/run-copy/take-back.ts';
import type { FilePath } from '../files/file-path.ts';
import { FileWatcher, type KnownContent } from '../files/watch-file.ts';
import { cookiesOf } from '#shared/document/cookies-of.ts';
import type { DocumentService } from './document-service.ts';
import { openBytes } from './open-bytes.ts';
import type { OpenDocument } from './open-document.ts';
import { readDocumentFile } from './read-document-file.ts';
import type { Task } from './task.ts';

/** A copy that was just written. */
export interface WrittenCopy {
  readonly service: DocumentService;
  readonly document: OpenDocument;
  readonly path: FilePath;
  readonly known: KnownContent;
  /** What a reader of the copy finds in it. */
  readonly cookies: readonly Cookie[];
  readonly facts: Pick<RunCopy, 'id' | 'program' | 'command' | 'entries' | 'losses'>;
  /** Called when a program wrote or removed the copy. */
  readonly onChange: () => void;
}

/** A copy of a document's cookies while a program works with it: it is watched, and what the program changes can be taken over. */
export class DisposableCopy {
  readonly document: OpenDocument;
  readonly #service: DocumentService;
  readonly #path: FilePath;
  readonly #facts: WrittenCopy['facts'];
  readonly #watcher: FileWatcher;
  /** What the document knows of already: what was written, and later what was taken over. */
  #cookies: readonly Cookie[];
  #state: RunCopy['state'] = 'waiting';
  #summary: readonly string[] = [];
  #dropped = 0;

  constructor(written: WrittenCopy) {
    const { service, document, path, known, cookies, facts, onChange } = written;
    this.document = document;
    this.#service = service;
    this.#path = path;
    this.#facts = facts;
    this.#cookies = cookies;
    this.#watcher = new FileWatcher({ path, known, onEvent: () => void this.look().then(onChange, closed) });
  }

  get info(): RunCopy {
    const summary = [...this.#summary];
    return {
      ...this.#facts,
      document: this.document.id,
      state: this.#state,
      summary,
      dropped: this.#dropped,
    };
  }

  /** Finds out what the program made of the copy by now. */
  async look(): Promise<void> {
    await this.document.run({ label: 'Comparing the copy' }, async (task) => {
      await this.#plan(task);
    });
  }

  /** Takes over what the program changed, as one step that can be undone. */
  async take(dropped: boolean): Promise<void> {
    const { document, program, now } = {
      document: this.document,
      program: this.#facts.program,
      now: this.#service.now,
    };
    await document.run({ label: 'Taking over', fixed: true }, async (task) => {
      if (document.info.readOnly === 'format') {
        throw new AppError('document-read-only', { path: document.title, reason: 'format' });
      }
      const planned = await this.#plan(task);
      if (planned === undefined) throw new AppError('copy-unreadable');
      await task.slices(commitTakeBack(document.cookies, planned.plan, { program, gone: dropped, now }));
      this.#cookies = planned.left;
      this.#tell('same', undefined);
      document.changed();
    });
  }

  /** Resolves when a look that had begun is over. */
  async dispose(): Promise<void> {
    await this.#watcher.dispose();
  }

  async #plan(
    task: Task,
  ): Promise<{ readonly plan: TakeBackPlan; readonly left: readonly Cookie[] } | undefined> {
    const left = await this.#left(task);
    if (left === undefined) return undefined;
    const states = { written: this.#cookies, left };
    const plan = await task.slices(planTakeBack(this.document.cookies, states, this.#service.now));
    const { replaced, added, gone, summary } = plan;
    const state = replaced.length + added.length + gone.length > 0 ? 'changed' : 'same';
    this.#tell(this.#state === 'waiting' && summary.length === 0 ? 'waiting' : state, plan);
    return { plan, left };
  }

  /** The cookies that are in the copy now. */
  async #left(task: Task): Promise<readonly Cookie[] | undefined> {
    const service = this.#service;
    try {
      const { bytes, size } = await readDocumentFile({ path: this.#path, strings: service.strings, task });
      const name = this.document.title;
      const { cookies } = await openBytes({ service, task, name, bytes, size });
      if (size > 0 && cookies.format.id === 'netscape') return [...cookiesOf(cookies)];
      // Scenario: the program was killed after it had emptied the file. That is not its word on any cookie.
      this.#tell('unreadable', undefined);
      return undefined;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      this.#tell(error.code === 'file-missing' ? 'gone' : 'unreadable', undefined);
      return undefined;
    }
  }

  #tell(state: RunCopy['state'], plan: TakeBackPlan | undefined): void {
    this.#state = state;
    this.#summary = plan?.summary ?? [];
    this.#dropped = plan?.gone.length ?? 0;
  }
}

/** Scenario: the document was closed while a change of the copy was looked at. */
function closed(error: unknown): void {
  const over = error instanceof AppError && ['document-not-open', 'cancelled'].includes(error.code);
  if (!over) throw error;
}

import { AppError } from '#shared/api/app-error.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { completions } from '#shared/document/completions.ts';
import type { Completions } from '#shared/document/query/complete-query.ts';
import { facets } from '#shared/document/facets.ts';
import type { Facets } from '#shared/document/facets.ts';
import type { SiteRequest } from '#shared/document/site-facet.ts';
import type { SortKey } from '#shared/document/sort-rows.ts';
import { View } from '#shared/document/view.ts';
import type { ViewRow } from '#shared/document/view-row.ts';
import type { OpenDocument } from './open-document.ts';
import type { Task } from './task.ts';

/** A view that some client opened; it outlives a change of what the document is made of. */
export class ClientView {
  readonly id: string;
  readonly document: OpenDocument;
  #view: View;
  #running: Task | undefined;
  #completing: Task | undefined;
  #counting: Task | undefined;
  #queries = 0;
  #completions = 0;
  #stops = 0;

  constructor(id: string, document: OpenDocument) {
    this.id = id;
    this.document = document;
    this.#view = new View(document.cookies);
  }

  /** The view as it is, up to date with the document. */
  async current(): Promise<View> {
    if (this.#view.document !== this.document.cookies) await this.#rebuild(this.document.cookies);
    else if (this.#view.stale) await this.#work('Filtering', (view) => view.refresh());
    return this.#view;
  }

  /** Looks for something else. An earlier query that is not done is `cancelled`: nobody waits for its answer any more. */
  async query(text: string, sort: readonly SortKey[]): Promise<View> {
    this.#stop();
    const mine = (this.#queries += 1);
    await this.#work('Filtering', (view) => {
      if (mine !== this.#queries) throw new AppError('cancelled');
      return view.query(text, sort);
    });
    return this.#view;
  }

  /** The first rows of a query that is about to be asked, in the order of the file. It takes the place of an earlier one, as `query` does. */
  async first(text: string, limit: number): Promise<ViewRow[]> {
    this.#stop();
    const view = await this.current();
    return this.document.run({ label: 'Filtering' }, (task) => task.slices(view.firstRows(text, limit)));
  }

  /** How a query could go on. Another completion that is asked meanwhile takes its place; a query goes before it. */
  async complete(query: string, cursor: number): Promise<Completions> {
    this.#completing?.cancel();
    const mine = (this.#completions += 1);
    const stops = this.#stops;
    try {
      return await this.document.run({ label: 'Completing' }, async (task) => {
        if (stops !== this.#stops) throw new AppError('cancelled');
        this.#completing = task;
        return task.slices(completions(this.document.cookies, query, cursor));
      });
    } catch (error) {
      if (stops === this.#stops || mine !== this.#completions) throw error;
      return this.complete(query, cursor);
    }
  }

  /** Counts what is shown. A query that is asked meanwhile takes its place: it has other counts. */
  async facets(request: SiteRequest): Promise<Facets> {
    const stops = this.#stops;
    const view = await this.current();
    return this.document.run({ label: 'Counting' }, async (task) => {
      if (stops !== this.#stops) throw new AppError('cancelled');
      this.#counting = task;
      return task.slices(facets(view, request));
    });
  }

  /** What is being worked out is out of date, or may wait. */
  #stop(): void {
    this.#stops += 1;
    this.#running?.cancel();
    this.#completing?.cancel();
    this.#counting?.cancel();
  }

  async #rebuild(cookies: CookieDocument): Promise<void> {
    const { text, sort } = this.#view;
    this.#view = new View(cookies);
    await this.#work('Filtering', (view) => view.query(text, sort));
  }

  #work(label: string, start: (view: View) => ReturnType<View['refresh']>): Promise<void> {
    return this.document.run({ label }, async (task) => {
      this.#running = task;
      try {
        await task.slices(start(this.#view));
      } finally {
        if (this.#running === task) this.#running = undefined;
      }
    });
  }
}

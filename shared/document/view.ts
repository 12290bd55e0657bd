import type { CookieDocument } from './cookie-document.ts';
import type { Progress } from '../table/progress.ts';
import type { QueryError } from './query/query.ts';
import type { SelectionChange } from './selection.ts';
import type { SortKey } from './sort-rows.ts';
import type { ViewRow } from './view-row.ts';

/**
 * What one client looks at: a query, an order and a selection over a document. Ids that match are found in slices;
 * after an edit the same lines stay in view until the next query.
 */
export class View {
  readonly document: CookieDocument;

  constructor(document: CookieDocument) {
    this.document = document;
  }

  /** Looks for something else, or in another order. A query with an error changes nothing but `error`. */
  query(_text: string, _sort: readonly SortKey[]): Generator<Progress, void> {
    throw new Error('pending');
  }

  /** Brings the view up to the document's revision and clock; call it before reading when `stale`. */
  refresh(): Generator<Progress, void> {
    throw new Error('pending');
  }

  /** True when the document has changed since the view last looked. */
  get stale(): boolean {
    throw new Error('pending');
  }

  /** The query that is shown, as it was typed. */
  get text(): string {
    throw new Error('pending');
  }

  get sort(): readonly SortKey[] {
    throw new Error('pending');
  }

  get error(): QueryError | undefined {
    throw new Error('pending');
  }

  /** The query in plain words. */
  get explanation(): string {
    throw new Error('pending');
  }

  /** How many lines match. */
  get matches(): number {
    throw new Error('pending');
  }

  /** How many there are without a query. */
  get total(): number {
    throw new Error('pending');
  }

  get selected(): number {
    throw new Error('pending');
  }

  /** The ids that match, in the order shown. Do not write to it. */
  matchedIds(): Uint32Array {
    throw new Error('pending');
  }

  /** The ids that are selected, in the order shown. */
  selectedIds(): Uint32Array {
    throw new Error('pending');
  }

  select(_change: SelectionChange): void {
    throw new Error('pending');
  }

  /** The rows at positions `[from, to)`; values only of ids in `reveal`. */
  rows(_from: number, _to: number, _reveal?: ReadonlySet<number>): ViewRow[] {
    throw new Error('pending');
  }

  /** The first rows of a query before all of it is evaluated. */
  firstRows(_text: string, _limit: number): ViewRow[] {
    throw new Error('pending');
  }

  /** Where a line stands in the view. */
  locate(_id: number): number | undefined {
    throw new Error('pending');
  }

  /** The next or previous entry with a finding, from a position on, wrapping round. */
  nextFinding(_from: number, _backwards: boolean): { position: number; id: number } | undefined {
    throw new Error('pending');
  }
}

import type { Progress } from '../table/progress.ts';
import { ABSENT } from './change.ts';
import type { CookieDocument } from './cookie-document.ts';
import { describeRow } from './describe-row.ts';
import {
  dependsOnOthers,
  dependsOnTime,
  evaluateQuery,
  firstMatches,
  lineTest,
} from './query/evaluate-query.ts';
import type { SearchMemory } from './query/evaluate-query.ts';
import { explainQuery } from './query/explain-query.ts';
import { parseQuery } from './query/parse-query.ts';
import { EVERYTHING } from './query/query.ts';
import type { Query, QueryError } from './query/query.ts';
import { PROBLEMS, severityTest } from './query/row-tests.ts';
import { Selection } from './selection.ts';
import type { SelectionChange } from './selection.ts';
import { sortLines } from './sort-rows.ts';
import type { SortKey } from './sort-rows.ts';
import type { ViewRow } from './view-row.ts';

/** With more lines than this touched since the view last looked, it asks its query again. */
const FEW = 10_000;

/**
 * What one client looks at: a query, an order and a selection over a document. After an edit the lines that were
 * shown stay in view and in place, and new ones come in, until the next query.
 */
export class View {
  readonly document: CookieDocument;
  readonly #selection = new Selection();
  readonly #memory: SearchMemory = {};
  #text = '';
  #query: Query = EVERYTHING;
  #sort: readonly SortKey[] = [];
  #error: QueryError | undefined;
  #matched: Uint32Array | undefined;
  #revision = -1;
  #judgementRevision = -1;
  /** Ids from here on are newer than the query: they are shown whether they match or not. */
  #newIds = 0;
  #selected: number | undefined;

  constructor(document: CookieDocument) {
    this.document = document;
  }

  /** Looks for something else, or in another order. A query with an error changes nothing but `error`. */
  *query(text: string, sort: readonly SortKey[]): Generator<Progress, void> {
    const { query, error } = parseQuery(text);
    this.#error = error;
    if (error !== undefined) return;
    const { document } = this;
    const revision = document.revision;
    const judgementRevision = document.judgementRevision;
    const newIds = document.lines.idCount;
    const ids = yield* evaluateQuery(document, query, this.#memory);
    this.#show(yield* sortLines(document, ids, sort), revision, judgementRevision);
    this.#newIds = newIds;
    this.#text = text;
    this.#query = query;
    this.#sort = sort;
  }

  /** Brings the view up to the document's revision and clock; call it before reading when `stale`. */
  *refresh(): Generator<Progress, void> {
    if (this.#matched === undefined) {
      yield* this.query(this.#text, this.#sort);
      return;
    }
    const { document } = this;
    const { revision, judgementRevision } = document;
    const touched = this.#touched();
    const shown = withoutRemoved(document, this.#matched, touched);
    const fresh = yield* this.#newcomers(shown, touched);
    if (fresh.length === 0) {
      this.#show(shown, revision, judgementRevision);
      return;
    }
    const all = new Uint32Array(shown.length + fresh.length);
    all.set(shown);
    all.set(fresh, shown.length);
    this.#show(yield* sortLines(document, byPlace(document, all), this.#sort), revision, judgementRevision);
  }

  /** True when the document or its clock has moved since the view last looked. */
  get stale(): boolean {
    const { document } = this;
    if (this.#matched === undefined || this.#revision !== document.revision) return true;
    return this.#judgementRevision !== document.judgementRevision && dependsOnTime(this.#query);
  }

  /** The query that is shown, as it was typed. */
  get text(): string {
    return this.#text;
  }

  get sort(): readonly SortKey[] {
    return this.#sort;
  }

  /** Where the query that was typed last is wrong. */
  get error(): QueryError | undefined {
    return this.#error;
  }

  /** The query in plain words. */
  get explanation(): string {
    return explainQuery(this.#query);
  }

  /** How many lines match. */
  get matches(): number {
    return this.#matched?.length ?? 0;
  }

  /** How many there are without a query. */
  get total(): number {
    const { entries, unparsed } = this.document.counts();
    return entries + unparsed;
  }

  /** How many of the lines shown are selected. */
  get selected(): number {
    if (this.#selected === undefined) {
      const ids = this.matchedIds();
      let count = 0;
      for (let at = 0; at < ids.length; at++) if (this.#selection.has(ids[at] ?? 0)) count++;
      this.#selected = count;
    }
    return this.#selected;
  }

  /** The ids that match, in the order shown. Do not write to it. */
  matchedIds(): Uint32Array {
    return this.#matched ?? new Uint32Array(0);
  }

  /** The ids that are selected and shown, in the order shown: a command never works on lines that are out of view. */
  selectedIds(): Uint32Array {
    return this.matchedIds().filter((id) => this.#selection.has(id));
  }

  select(change: SelectionChange): void {
    this.#selection.change(change, this.matchedIds());
    this.#selected = undefined;
  }

  /** The rows at positions `[from, to)`; values only of ids in `reveal`. */
  rows(from: number, to: number, reveal?: ReadonlySet<number>): ViewRow[] {
    return this.#describe(this.matchedIds().subarray(from, Math.max(from, to)), reveal);
  }

  /** The first rows of a query in document order, before all of it is evaluated; none when it has an error. */
  *firstRows(text: string, limit: number): Generator<Progress, ViewRow[]> {
    const { query, error } = parseQuery(text);
    return error === undefined ? this.#describe(yield* firstMatches(this.document, query, limit)) : [];
  }

  /** Where a line stands in the view. */
  locate(id: number): number | undefined {
    const at = this.matchedIds().indexOf(id);
    return at < 0 ? undefined : at;
  }

  /**
   * The next or previous line with a problem, from a position on, wrapping round; where nothing shown has a problem,
   * the next with any finding.
   */
  nextFinding(from: number, backwards: boolean): { position: number; id: number } | undefined {
    const { lines, judge } = this.document;
    const problem = severityTest(this.document, PROBLEMS);
    return (
      this.#walk(from, backwards, (id) => problem(lines.row(id))) ??
      this.#walk(from, backwards, (id) => judge.findings.countOf(lines.row(id)) > 0)
    );
  }

  #walk(
    from: number,
    backwards: boolean,
    test: (id: number) => boolean,
  ): { position: number; id: number } | undefined {
    const ids = this.matchedIds();
    const step = backwards ? -1 : 1;
    for (let count = 1; count <= ids.length; count++) {
      const position = (((from + step * count) % ids.length) + ids.length) % ids.length;
      const id = ids[position] ?? 0;
      if (test(id)) return { position, id };
    }
    return undefined;
  }

  /** The ids that were touched since the view last looked, when they are few and known. */
  #touched(): number[] | undefined {
    const touched = this.document.touchedSince(this.#revision);
    const count = touched?.reduce((sum, ids) => sum + ids.length, 0) ?? Infinity;
    return touched === undefined || count > FEW ? undefined : touched.flatMap((ids) => [...ids]);
  }

  /** Lines that are not shown and belong there now: they match, or they are newer than the query. */
  *#newcomers(shown: Uint32Array, touched: readonly number[] | undefined): Generator<Progress, number[]> {
    const { document } = this;
    const { lines } = document;
    const fresh: number[] = [];
    const newer = this.#newer();
    const whole =
      touched === undefined ||
      dependsOnOthers(this.#query) ||
      this.#judgementRevision !== document.judgementRevision;
    const matching = whole
      ? yield* evaluateQuery(document, this.#query, this.#memory)
      : this.#matching(touched);
    if (matching.length === 0 && newer.length === 0) return fresh;
    const present = new Uint8Array(lines.idCount);
    for (let at = 0; at < shown.length; at++) present[shown[at] as number] = 1;
    for (const ids of [matching, newer]) {
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] as number;
        if (present[id] === 1) continue;
        present[id] = 1;
        fresh.push(id);
      }
    }
    return fresh;
  }

  #matching(touched: readonly number[]): number[] {
    const { lines } = this.document;
    const matches = lineTest(this.document, this.#query);
    return touched.filter((id) => lines.row(id) !== ABSENT && matches(id));
  }

  /** Lines that are newer than the query and of a kind that is shown. */
  #newer(): number[] {
    const ids: number[] = [];
    for (let id = this.#newIds; id < this.document.lines.idCount; id++) if (this.#showsNew(id)) ids.push(id);
    return ids;
  }

  /** New comments and blank lines do not come into a view of entries. */
  #showsNew(id: number): boolean {
    if (this.document.lines.row(id) === ABSENT) return false;
    const kind = this.document.kind(id);
    return kind === 'entry' || kind === 'unparsed';
  }

  #show(matched: Uint32Array, revision: number, judgementRevision: number): void {
    this.#matched = matched;
    this.#revision = revision;
    this.#judgementRevision = judgementRevision;
    this.#selected = undefined;
  }

  #describe(ids: Iterable<number>, reveal?: ReadonlySet<number>): ViewRow[] {
    const rows: ViewRow[] = [];
    for (const id of ids) {
      if (this.document.lines.row(id) === ABSENT) continue;
      const selected = this.#selection.has(id);
      rows.push(describeRow(this.document, id, { selected, reveal: reveal?.has(id) ?? false }));
    }
    return rows;
  }
}

/** The ids that still have a line. With a list of what was touched, only that is looked at. */
function withoutRemoved(
  { lines }: CookieDocument,
  ids: Uint32Array,
  touched: readonly number[] | undefined,
): Uint32Array {
  if (touched?.every((id) => lines.row(id) !== ABSENT) === true) return ids;
  const left = new Uint32Array(ids.length);
  let length = 0;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as number;
    if (lines.row(id) !== ABSENT) left[length++] = id;
  }
  return left.slice(0, length);
}

/** The ids in document order. */
function byPlace(document: CookieDocument, ids: Uint32Array): Uint32Array {
  const { lines } = document;
  const inOrder = lines.ids();
  return ids
    .map((id) => lines.place(id))
    .sort()
    .map((place) => inOrder[place - 1] ?? 0);
}

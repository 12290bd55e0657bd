import { chooseClient } from '../../clients/registry.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Search } from '../../table/search.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { FlagWord, Leaf, Query } from './query.ts';
import { PATTERN_COST } from './pattern-test.ts';
import { leafTest, searchOf } from './row-tests.ts';
import type { CostedTest, RowTest } from './row-tests.ts';

/** How many rows are tested between two slices: a few milliseconds of the dearest tests. */
const ROWS_A_SLICE = 16_384;
const PATTERN_ROWS_A_SLICE = 1024;
/** So many lines are looked at for the first rows of a pattern; all of them would take seconds. */
const FIRST_PATTERN_ROWS = 20_000;

/** What the last search found, so that a longer needle looks only there. */
export interface SearchMemory {
  search?: Search;
  rows?: Uint32Array;
  /** How many rows the table had. */
  count?: number;
}

/** A query made ready: what a text search found, and the tests that rows pass, cheapest first. */
interface Plan {
  readonly candidates?: Uint32Array;
  readonly test: RowTest;
  /** How many rows a slice takes. */
  readonly step: number;
}

/** The ids of the lines that a query asks for, in document order. */
export function* evaluateQuery(
  document: CookieDocument,
  query: Query,
  memory: SearchMemory = {},
): Generator<Progress, Uint32Array> {
  yield* loadClients(document, query);
  const plan = yield* makePlan(document, query, memory);
  const { lines, table } = document;
  const { candidates, test, step } = plan;
  const direct = candidates !== undefined && lines.untouched;
  const rows = direct ? candidates : lines.rows();
  const marks = candidates !== undefined && !direct ? marked(candidates, table.count) : undefined;
  const ids = new Uint32Array(rows.length);
  let length = 0;
  for (let from = 0; from < rows.length; from += step) {
    const to = Math.min(from + step, rows.length);
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0;
      if (marks !== undefined && marks[row] !== 1) continue;
      if (test(row)) ids[length++] = lines.idOf(row);
    }
    if (to < rows.length) yield { done: to, total: rows.length };
  }
  return length === ids.length ? ids : ids.slice(0, length);
}

/** The test of single lines, for what a few edits touched. */
export function lineTest(document: CookieDocument, query: Query): (id: number) => boolean {
  const { test } = rowTest(document, query);
  return (id) => test(document.lines.row(id));
}

function rowTest(document: CookieDocument, query: Query): CostedTest {
  return and([shownKinds(document, query), compile(query, (leaf) => leafTest(document, leaf))]);
}

/** The first lines in document order that a query asks for; stops as soon as there are `limit`, or it takes too long. */
export function* firstMatches(
  document: CookieDocument,
  query: Query,
  limit: number,
): Generator<Progress, number[]> {
  yield* loadClients(document, query);
  const { lines } = document;
  const { cost, test: matches } = rowTest(document, query);
  const test = (id: number): boolean => matches(lines.row(id));
  const ids: number[] = [];
  const leaf = positiveSearches(query)[0];
  const search = leaf === undefined ? undefined : searchOf(leaf);
  if (search !== undefined && lines.untouched) {
    // With other conditions beside the text most of what is found may drop out.
    for (let most = query.kind === 'and' && query.terms.length > 1 ? limit * 16 : limit; ; most *= 8) {
      const found = yield* document.search.find({ ...search, limit: most });
      ids.length = 0;
      for (let at = 0; at < found.length && ids.length < limit; at++) {
        if (test(found[at] ?? 0)) ids.push(found[at] ?? 0);
      }
      if (ids.length >= limit || found.length < most) return ids;
    }
  }
  const all = lines.ids();
  const end = cost < PATTERN_COST ? all.length : Math.min(all.length, FIRST_PATTERN_ROWS);
  for (let at = 0; at < end && ids.length < limit; at++) {
    const id = all[at] ?? 0;
    if (test(id)) ids.push(id);
    if (at % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield { done: at, total: end };
  }
  return ids;
}

const TIMED_WORDS: readonly string[] = ['expired', 'problem', 'long-lived-id'] satisfies FlagWord[];

/** True when the answer can change as time goes by. */
export function dependsOnTime(query: Query): boolean {
  return leavesOf(query).some(({ kind, ...rest }) => {
    if (['expires', 'expiresBetween', 'rule', 'severity', 'client'].includes(kind)) return true;
    return 'word' in rest && TIMED_WORDS.includes(rest.word);
  });
}

/** True when a line's answer can change though nobody touched the line: by what other lines say, or by saving. */
export function dependsOnOthers(query: Query): boolean {
  return leavesOf(query).some(
    (leaf) =>
      leaf.kind === 'rule' ||
      leaf.kind === 'severity' ||
      leaf.kind === 'client' ||
      (leaf.kind === 'flag' && leaf.word === 'problem') ||
      (leaf.kind === 'line' && (leaf.word === 'edited' || leaf.word === 'added')),
  );
}

/** Loads the clients that a query asks, so that their answers are at hand. */
function* loadClients(document: CookieDocument, query: Query): Generator<Progress, void> {
  for (const leaf of leavesOf(query)) {
    const chosen = leaf.kind === 'client' ? chooseClient(leaf.client) : undefined;
    if (chosen !== undefined && !('refused' in chosen)) yield* document.verdicts.load(chosen);
  }
}

function* makePlan(document: CookieDocument, query: Query, memory: SearchMemory): Generator<Progress, Plan> {
  let candidates: Uint32Array | undefined;
  const searched = new Set<Leaf>();
  for (const leaf of positiveSearches(query)) {
    const search = searchOf(leaf);
    if (search === undefined) continue;
    candidates = yield* find(document, search, candidates, memory);
    searched.add(leaf);
  }
  // Negated and alternative text conditions become marks as well: one search is cheaper than a look at every row.
  const marks = new Map<Leaf, Uint8Array>();
  for (const leaf of leavesOf(query)) {
    const search = searched.has(leaf) ? undefined : searchOf(leaf);
    if (search === undefined) continue;
    marks.set(leaf, marked(yield* document.search.find(search), document.table.count));
  }
  const compiled = compile(query, (leaf) => {
    if (searched.has(leaf)) return { cost: 0, test: always };
    const mark = marks.get(leaf);
    return mark === undefined ? leafTest(document, leaf) : { cost: 1, test: (row) => mark[row] === 1 };
  });
  const { test, cost } = and([shownKinds(document, query), compiled]);
  const step = cost < PATTERN_COST ? ROWS_A_SLICE : PATTERN_ROWS_A_SLICE;
  return { test, step, ...(candidates && { candidates }) };
}

function* find(
  document: CookieDocument,
  search: Search,
  within: Uint32Array | undefined,
  memory: SearchMemory,
): Generator<Progress, Uint32Array> {
  if (within !== undefined) return yield* document.search.find({ ...search, within });
  const { search: last, rows, count } = memory;
  const narrower =
    last !== undefined &&
    count === document.table.count &&
    last.fields === search.fields &&
    search.needle.toLowerCase().includes(last.needle.toLowerCase());
  const found = yield* document.search.find(narrower && rows ? { ...search, within: rows } : search);
  memory.search = search;
  memory.rows = found;
  memory.count = document.table.count;
  return found;
}

/** The text conditions that every line of the answer fulfils, the longest first: it finds the fewest. */
function positiveSearches(query: Query): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (part: Query): void => {
    if (part.kind === 'and') part.terms.forEach(visit);
    else if (part.kind === 'leaf' && searchOf(part.leaf) !== undefined) leaves.push(part.leaf);
  };
  visit(query);
  const length = (leaf: Leaf): number => (leaf.kind === 'text' ? leaf.text.length : 0);
  return leaves.sort((left, right) => length(right) - length(left));
}

function leavesOf(query: Query): Leaf[] {
  if (query.kind === 'leaf') return [query.leaf];
  return query.kind === 'not' ? leavesOf(query.term) : query.terms.flatMap(leavesOf);
}

function compile(query: Query, leaf: (leaf: Leaf) => CostedTest): CostedTest {
  switch (query.kind) {
    case 'leaf':
      return leaf(query.leaf);
    case 'not': {
      const { cost, test } = compile(query.term, leaf);
      return { cost, test: (row) => !test(row) };
    }
    case 'and':
      return and(query.terms.map((term) => compile(term, leaf)));
    case 'or': {
      const tests = query.terms.map((term) => compile(term, leaf));
      const cost = Math.max(0, ...tests.map((one) => one.cost));
      return { cost, test: (row) => tests.some(({ test }) => test(row)) };
    }
  }
}

function and(tests: readonly CostedTest[]): CostedTest {
  const needed = tests.filter(({ test }) => test !== always).sort((left, right) => left.cost - right.cost);
  const [first, second, third] = needed;
  if (first === undefined) return { cost: 0, test: always };
  const cost = needed[needed.length - 1]?.cost ?? 0;
  if (second === undefined) return first;
  if (third === undefined) return { cost, test: (row) => first.test(row) && second.test(row) };
  return { cost, test: (row) => needed.every(({ test }) => test(row)) };
}

const always: RowTest = () => true;

/** Comments and blank lines are shown only to queries that ask for kinds, edits or findings of lines. */
function shownKinds(document: CookieDocument, query: Query): CostedTest {
  if (asksForLines(query)) return { cost: 0, test: always };
  const { flags } = document.table.columns;
  return {
    cost: 0,
    test: (row) => {
      const kind = (flags[row] ?? 0) & KIND_MASK;
      return kind === Kind.entry || kind === Kind.unparsed;
    },
  };
}

function asksForLines(query: Query): boolean {
  switch (query.kind) {
    case 'leaf': {
      const { leaf } = query;
      return (
        leaf.kind === 'line' ||
        leaf.kind === 'rule' ||
        leaf.kind === 'severity' ||
        (leaf.kind === 'flag' && leaf.word === 'problem')
      );
    }
    case 'not':
      return false;
    case 'and':
    case 'or':
      return query.terms.some(asksForLines);
  }
}

function marked(rows: Uint32Array, count: number): Uint8Array {
  const marks = new Uint8Array(count);
  for (let at = 0; at < rows.length; at++) marks[rows[at] ?? 0] = 1;
  return marks;
}

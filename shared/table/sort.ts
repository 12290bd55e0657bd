import type { Columns, Field } from './columns.ts';
import { Flag, KIND_MASK, Kind, Trait } from './columns.ts';
import type { Progress } from './progress.ts';
import { rowEnd } from './read-row.ts';
import { sortByNumber } from './sort-numbers.ts';
import { sortTexts } from './sort-texts.ts';
import type { Texts } from './sort-texts.ts';
import type { Table } from './table.ts';

/** What rows are sorted by: a column, or a rank from 0 to 2^32 - 1 that the caller knows of each row. */
export type SortBy =
  | 'domain'
  | 'path'
  | 'name'
  | 'value'
  | 'expiry'
  | 'httpOnly'
  | 'secure'
  | 'subdomains'
  | 'size'
  | ((row: number) => number);

export interface TableSortKey {
  readonly by: SortBy;
  readonly descending: boolean;
}

/** Rows looked at between two yields. */
const SLICE = 1 << 16;
const LOWEST_FIRST = 0;
const HIGHEST_FIRST = 0xffffffff;
const TWO_TO_32 = 2 ** 32;
/** The upper half of a readable expiry, shifted to be no less than 1: ±2^53 fits. */
const HALF_SHIFT = 2 ** 21 + 1;
const SESSION_HALF = 2 ** 23;

/**
 * The rows in order, by the first key, then the next; rows that are alike stay in the order given. Text is compared
 * byte by byte, domains in lower case and without their dot, `size` is name and value together, a session cookie expires last
 * and an unreadable expiry first. Rows that are not entries come behind all entries, whatever the direction, unless the
 * first key is a rank of the caller's.
 */
export function* sortRows(
  table: Table,
  rows: Uint32Array,
  keys: readonly TableSortKey[],
): Generator<Progress, Uint32Array> {
  const ranked = typeof keys[0]?.by === 'function';
  const parted = yield* partEntries(table, rows);
  let entries = ranked ? rows : parted.entries;
  for (const key of [...keys].reverse()) entries = yield* sortByKey(table, entries, key);
  if (entries.length === rows.length) return entries;
  const sorted = new Uint32Array(rows.length);
  sorted.set(entries);
  sorted.set(parted.others, entries.length);
  return sorted;
}

/** Entries and other rows apart, each in the order given. */
function* partEntries(
  table: Table,
  rows: Uint32Array,
): Generator<Progress, { readonly entries: Uint32Array; readonly others: Uint32Array }> {
  const { flags } = table.columns;
  const parted = new Uint32Array(rows.length);
  let entries = 0;
  let others = rows.length;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (((flags[row] as number) & KIND_MASK) === Kind.entry) parted[entries++] = row;
    else parted[--others] = row;
    if (at % SLICE === SLICE - 1) yield { done: at, total: rows.length };
  }
  return { entries: parted.subarray(0, entries), others: parted.subarray(others).reverse() };
}

function* sortByKey(
  table: Table,
  rows: Uint32Array,
  { by, descending }: TableSortKey,
): Generator<Progress, Uint32Array> {
  const flip = descending ? HIGHEST_FIRST : LOWEST_FIRST;
  if (typeof by === 'function') return yield* sortByRank(rows, by, flip);
  const { columns } = table;
  switch (by) {
    case 'path': {
      const places = yield* placesOf(table.paths.texts());
      return yield* sortByRank(rows, (row) => places[columns.path[row] as number] ?? 0, flip);
    }
    case 'name':
    case 'value':
      return yield* sortTexts(yield* textsOf(table, rows, by), rows, descending);
    case 'domain': {
      const ranks = yield* hostRanks(table);
      return yield* sortByRank(rows, (row) => ranks[columns.host[row] as number] ?? 0, flip);
    }
    case 'expiry': {
      const { expiry } = columns;
      const low = yield* sortByRank(rows, (row) => lowerHalf(expiry[row] as number), flip);
      return yield* sortByRank(low, (row) => upperHalf(expiry[row] as number), flip);
    }
    case 'httpOnly':
      return yield* sortByRank(rows, (row) => (columns.flags[row] as number) & Flag.httpOnly, flip);
    case 'secure':
      return yield* sortByRank(rows, (row) => (columns.flags[row] as number) & Flag.secure, flip);
    case 'subdomains':
      return yield* sortByRank(rows, (row) => (columns.flags[row] as number) & Flag.subdomains, flip);
    case 'size':
      return yield* sortByRank(rows, (row) => sizeOf(table, columns, row), flip);
  }
}

function* sortByRank(
  rows: Uint32Array,
  rankOf: (row: number) => number,
  flip: number,
): Generator<Progress, Uint32Array> {
  const keys = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    keys[at] = rankOf(rows[at] as number) ^ flip;
    if (at % SLICE === SLICE - 1) yield { done: at, total: rows.length };
  }
  return (yield* sortByNumber(rows.slice(), keys)).items;
}

/** Where the field of every row in `rows` is, by row number. */
function* textsOf(table: Table, rows: Uint32Array, field: Field): Generator<Progress, Texts> {
  const ends = new Uint32Array(2 * table.count);
  const { flags } = table.columns;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (((flags[row] as number) & KIND_MASK) === Kind.entry) {
      const [from, to] = table.fieldEnds(row, field);
      ends[2 * row] = from;
      ends[2 * row + 1] = to;
    }
    if (at % SLICE === SLICE - 1) yield { done: at, total: rows.length };
  }
  return { bytes: table.bytes, ends };
}

/** The place of each text among all of them. */
function* placesOf(texts: Texts): Generator<Progress, Uint32Array> {
  const sorted = yield* inOrder(texts, false);
  const places = new Uint32Array(sorted.length);
  for (let place = 0; place < sorted.length; place++) places[sorted[place] as number] = place;
  yield { done: sorted.length, total: sorted.length };
  return places;
}

/** All texts, by number, in order. */
function* inOrder(texts: Texts, descending: boolean): Generator<Progress, Uint32Array> {
  const all = new Uint32Array(texts.ends.length / 2);
  for (let item = 0; item < all.length; item++) all[item] = item;
  yield { done: 0, total: all.length };
  return yield* sortTexts(texts, all, descending);
}

/** The place of each host among all hosts, by the text of its canonical form. */
function* hostRanks(table: Table): Generator<Progress, Uint32Array> {
  const { hosts } = table;
  const { canonical } = hosts.facts();
  const places = yield* placesOf(hosts.texts());
  const ranks = new Uint32Array(places.length);
  for (let host = 0; host < ranks.length; host++) ranks[host] = places[canonical[host] as number] as number;
  return ranks;
}

function lowerHalf(expiry: number): number {
  return Number.isNaN(expiry) ? 0 : expiry - Math.floor(expiry / TWO_TO_32) * TWO_TO_32;
}

function upperHalf(expiry: number): number {
  if (Number.isNaN(expiry)) return 0;
  return expiry === 0 ? SESSION_HALF : Math.floor(expiry / TWO_TO_32) + HALF_SHIFT;
}

function sizeOf(table: Table, columns: Columns, row: number): number {
  if (((columns.traits[row] as number) & Trait.layoutOdd) !== 0) {
    return table.fieldLength(row, 'name') + table.fieldLength(row, 'value');
  }
  return rowEnd(columns, row) - (columns.start[row] as number) - (columns.nameAt[row] as number) - 1;
}

import { SLASH, TAB } from './byte-classes.ts';
import { ByteInterner, HASH_PRIME, HASH_SEED, hashBytes } from './byte-interner.ts';
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
const ROOT = Uint8Array.of(SLASH);
/** With these, what lies between path and name is not what the columns say, or the path is none of one byte `/`. */
const ODD_BEFORE_NAME =
  Trait.layoutOdd | Trait.secureOdd | Trait.expiryOdd | Trait.pathEmpty | Trait.pathNotAbsolute;
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
    case 'path':
      return yield* sortByPath(table, rows, descending);
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

/** A counting sort: there are few different paths, so that only those are compared. */
function* sortByPath(table: Table, rows: Uint32Array, descending: boolean): Generator<Progress, Uint32Array> {
  const { columns } = table;
  const total = rows.length;
  const paths = new ByteInterner(table.strings);
  const root = paths.intern(ROOT, 0, 1, hashBytes(ROOT, 0, 1));
  const numbers = new Uint32Array(total);
  let counts = new Uint32Array(16);
  for (let from = 0; from < total; from += SLICE) {
    const to = Math.min(from + SLICE, total);
    for (let at = from; at < to; at++) {
      const row = rows[at] as number;
      numbers[at] = hasRootPath(columns, row) ? root : internPath(table, row, paths);
    }
    if (counts.length < paths.count) counts = widened(counts, 2 * paths.count);
    for (let at = from; at < to; at++)
      counts[numbers[at] as number] = 1 + (counts[numbers[at] as number] as number);
    yield { done: to, total };
  }
  const next = begins(counts, yield* inOrder({ bytes: paths.bytes, ends: paths.ends() }, descending));
  const sorted = new Uint32Array(total);
  for (let from = 0; from < total; from += SLICE) {
    const to = Math.min(from + SLICE, total);
    for (let at = from; at < to; at++) {
      const number = numbers[at] as number;
      const place = next[number] as number;
      next[number] = place + 1;
      sorted[place] = rows[at] as number;
    }
    yield { done: to, total };
  }
  return sorted;
}

/** Where the rows of each number begin when numbers stand in this order, from how many each has. */
function begins(counts: Uint32Array, order: Uint32Array): Uint32Array {
  const next = new Uint32Array(counts.length);
  let used = 0;
  for (const number of order) {
    next[number] = used;
    used += counts[number] as number;
  }
  return next;
}

function widened(column: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(length);
  wider.set(column);
  return wider;
}

/**
 * Is the path of a row `/`, as nearly all are? Told from the columns alone, since the bytes of a million rows are far apart: what lies
 * between path and name is as long as its boolean and its digits. May say no where a number has zeros in front.
 */
function hasRootPath({ flags, traits, pathAt, nameAt, expiry }: Columns, row: number): boolean {
  const flag = flags[row] as number;
  if ((flag & KIND_MASK) !== Kind.entry || ((traits[row] as number) & ODD_BEFORE_NAME) !== 0) return false;
  const seconds = expiry[row] as number;
  // A number too large to be exact may not have as many digits as were written.
  if (seconds > Number.MAX_SAFE_INTEGER) return false;
  const digits = seconds >= 1e9 && seconds < 1e10 ? 10 : seconds === 0 ? 1 : String(seconds).length;
  const behind = ((flag & Flag.secure) !== 0 ? 5 : 6) + digits + 1;
  return (nameAt[row] as number) - (pathAt[row] as number) === 2 + behind;
}

/** The number of a row's path; that of the root for a row that is no entry. */
function internPath(table: Table, row: number, paths: ByteInterner): number {
  const { flags, traits, start, pathAt } = table.columns;
  if (((flags[row] as number) & KIND_MASK) !== Kind.entry) return 0;
  const { bytes } = table;
  if (((traits[row] as number) & Trait.layoutOdd) !== 0) {
    const [from, to] = table.fieldEnds(row, 'path');
    return paths.intern(bytes, from, to, hashBytes(bytes, from, to));
  }
  const from = (start[row] as number) + (pathAt[row] as number);
  let hash = HASH_SEED;
  let at = from;
  for (let byte = bytes[at] as number; byte !== TAB; byte = bytes[++at] as number) {
    hash = Math.imul(hash ^ byte, HASH_PRIME);
  }
  return paths.intern(bytes, from, at, hash);
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

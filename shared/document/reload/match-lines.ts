import { cookieIdentity } from '../../cookie/cookie-identity.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';
import { contentHash, sameContent, sameRow } from './compare-rows.ts';
import type { RowOf } from './compare-rows.ts';

const ROWS_A_SLICE = 2048;
/** How many lines of the same content are looked at for one that stands behind the last match. */
const MOST_ALIKE = 64;
const NONE = 0xffff_ffff;

/** Which saved line each row on disk is: its place among the saved lines, `NONE` for a new one. */
export interface LineMatch {
  readonly placeOf: Uint32Array;
  /** Disk row by saved place; `NONE` for a line that is gone. */
  readonly rowAt: Uint32Array;
}

/** Do matched lines stand in another order on disk? */
export function isReordered({ placeOf }: LineMatch): boolean {
  let last = -1;
  for (const place of placeOf) {
    if (place === NONE) continue;
    if (place < last) return true;
    last = place;
  }
  return false;
}

interface Matching extends LineMatch {
  readonly mine: Table;
  readonly disk: Table;
  readonly saved: Uint32Array;
}

/**
 * Matches the rows on disk to the saved lines: first what is the same from both ends, then by content, then entries by
 * identity, then other lines by where they stand.
 */
export function* matchLines(mine: Table, saved: Uint32Array, disk: Table): Generator<Progress, LineMatch> {
  const placeOf = new Uint32Array(disk.count).fill(NONE);
  const rowAt = new Uint32Array(saved.length).fill(NONE);
  const matching: Matching = { mine, disk, saved, placeOf, rowAt };
  const { from, savedTo, diskTo } = yield* matchEnds(matching);
  if (from < savedTo && from < diskTo) {
    yield* matchContent(matching, { from, savedTo, diskTo });
    yield* matchIdentity(matching, { from, savedTo, diskTo });
    yield* matchNeighbours(matching, from, diskTo);
  }
  return { placeOf, rowAt };
}

interface Middle {
  readonly from: number;
  readonly savedTo: number;
  readonly diskTo: number;
}

function* matchEnds(matching: Matching): Generator<Progress, Middle> {
  const { saved, disk } = matching;
  const most = Math.min(saved.length, disk.count);
  let from = 0;
  while (from < most && isSameLine(matching, from, from)) {
    pair(matching, from, from);
    from++;
    if (from % ROWS_A_SLICE === 0) yield { done: from, total: most };
  }
  let savedTo = saved.length;
  let diskTo = disk.count;
  while (savedTo > from && diskTo > from && isSameLine(matching, savedTo - 1, diskTo - 1)) {
    savedTo--;
    diskTo--;
    pair(matching, savedTo, diskTo);
    if (diskTo % ROWS_A_SLICE === 0) yield { done: saved.length - savedTo, total: most };
  }
  return { from, savedTo, diskTo };
}

/** The same bytes, or the same cookie in the same place with something else in it, which is what most rewrites do. */
function isSameLine(matching: Matching, place: number, row: number): boolean {
  const { mine, disk, saved } = matching;
  const one = { table: mine, row: saved[place] ?? 0 };
  const other = { table: disk, row };
  if (sameRow(one, other)) return true;
  if (kindOf(mine, one.row) !== Kind.entry || kindOf(disk, row) !== Kind.entry) return false;
  return cookieIdentity(mine.cookie(one.row)) === cookieIdentity(disk.cookie(row));
}

/** A hash table over typed arrays: the first saved place of a bucket, and the next of each place. */
function* matchContent(matching: Matching, { from, savedTo, diskTo }: Middle): Generator<Progress, void> {
  const { rowAt } = matching;
  let buckets = 16;
  while (buckets < (savedTo - from) * 2) buckets *= 2;
  const first = new Uint32Array(buckets).fill(NONE);
  const next = new Uint32Array(savedTo - from).fill(NONE);
  const hashes = new Uint32Array(savedTo - from);
  for (let place = savedTo - 1; place >= from; place--) {
    const hash = contentHash(mineAt(matching, place));
    hashes[place - from] = hash;
    next[place - from] = first[hash & (buckets - 1)] ?? NONE;
    first[hash & (buckets - 1)] = place;
    if (place % ROWS_A_SLICE === 0) yield { done: savedTo - place, total: diskTo };
  }
  let last = from - 1;
  for (let row = from; row < diskTo; row++) {
    const hash = contentHash(diskAt(matching, row));
    let found = NONE;
    let steps = 0;
    for (
      let place = first[hash & (buckets - 1)] ?? NONE;
      place !== NONE;
      place = next[place - from] ?? NONE
    ) {
      if (hashes[place - from] !== hash || rowAt[place] !== NONE) continue;
      if (!sameContent(mineAt(matching, place), diskAt(matching, row))) continue;
      if (found === NONE || place > last) found = place;
      if (place > last || ++steps > MOST_ALIKE) break;
    }
    if (found !== NONE) {
      pair(matching, found, row);
      last = found;
    }
    if (row % ROWS_A_SLICE === 0) yield { done: row, total: diskTo };
  }
}

function* matchIdentity(matching: Matching, { from, savedTo, diskTo }: Middle): Generator<Progress, void> {
  const { mine, disk, saved, placeOf, rowAt } = matching;
  const places = new Map<string, number[]>();
  for (let place = savedTo - 1; place >= from; place--) {
    if (place % ROWS_A_SLICE === 0) yield { done: savedTo - place, total: diskTo };
    const row = saved[place] ?? 0;
    if (rowAt[place] !== NONE || kindOf(mine, row) !== Kind.entry) continue;
    const identity = cookieIdentity(mine.cookie(row));
    const alike = places.get(identity);
    if (alike === undefined) places.set(identity, [place]);
    else alike.push(place);
  }
  for (let row = from; row < diskTo && places.size > 0; row++) {
    if (row % ROWS_A_SLICE === 0) yield { done: row, total: diskTo };
    if (placeOf[row] !== NONE || kindOf(disk, row) !== Kind.entry) continue;
    const place = places.get(cookieIdentity(disk.cookie(row)))?.pop();
    if (place !== undefined) pair(matching, place, row);
  }
}

/** A line that is no entry is the one that stood behind the same line before. */
function* matchNeighbours(matching: Matching, from: number, diskTo: number): Generator<Progress, void> {
  const { mine, disk, saved, placeOf, rowAt } = matching;
  for (let row = from; row < diskTo; row++) {
    if (row % ROWS_A_SLICE === 0) yield { done: row, total: diskTo };
    if (placeOf[row] !== NONE) continue;
    const kind = kindOf(disk, row);
    const before = row === 0 ? NONE : (placeOf[row - 1] ?? NONE);
    if (kind === Kind.entry || (row > 0 && before === NONE)) continue;
    const place = row === 0 ? 0 : before + 1;
    if (place < saved.length && rowAt[place] === NONE && kindOf(mine, saved[place] ?? 0) === kind) {
      pair(matching, place, row);
    }
  }
}

function pair({ placeOf, rowAt }: Matching, place: number, row: number): void {
  placeOf[row] = place;
  rowAt[place] = row;
}

function mineAt({ mine, saved }: Matching, place: number): RowOf {
  return { table: mine, row: saved[place] ?? 0 };
}

function diskAt({ disk }: Matching, row: number): RowOf {
  return { table: disk, row };
}

function kindOf(table: Table, row: number): number {
  return (table.columns.flags[row] ?? Kind.blank) & KIND_MASK;
}

import { writtenBoolean, Written } from './booleans.ts';
import { CR, DOT, HASH, LF, SPACE, TAB } from './byte-classes.ts';
import { hashBytes } from './byte-interner.ts';
import { Flag, Kind, NO_HOST, Trait, UNPARSED_REASONS } from './columns.ts';
import type { UnparsedReason } from './columns.ts';
import { HUGE_EXPIRY, isPlainExpiry, readExpiry } from './expiry.ts';
import { hashName, keepsPromise, nameTraits, valueTraits } from './field-traits.ts';
import { ROOT_PATH } from './path-table.ts';
import type { RowStore } from './row-store.ts';
import { MAX_LINE, MAX_OFFSET, splitLine } from './split-line.ts';
import type { Bounds } from './split-line.ts';

const MARK_LENGTH = 10;
/** Rows of this length and more have `Trait.sizeLarge`. */
export const LARGE = 4000;

/** A row about to be stored: `[from, to)` with its end, its flags without the kind. */
export interface NewRow {
  readonly from: number;
  readonly to: number;
  readonly flags: number;
}

/**
 * Reads the line `bytes[from, to)`, its end included if it has one, as the next row. It reads every line there is;
 * `scanLines` does ordinary ones faster and must agree. The row must be reserved.
 */
export function readLine(store: RowStore, from: number, to: number): void {
  const { bytes } = store;
  const ended = to > from && bytes[to - 1] === LF;
  const cr = ended && to - from > 1 && bytes[to - 2] === CR;
  const end = cr ? to - 2 : ended ? to - 1 : to;
  const row = { from, to, flags: (ended ? Flag.endLf : 0) | (cr ? Flag.endCr : 0) };
  let first = skipBlanks(bytes, from, Math.min(end, from + MAX_LINE));
  if (first === end) return storeOther(store, row, Kind.blank);
  if (bytes[first] !== HASH && to - from > MAX_LINE) return storeUnparsed(store, row, 'line-too-long');
  if (bytes[first] !== HASH) return storeSplit(store, row, { from, first, end });
  if (first > from || !isHttpOnlyMark(bytes, from, end)) return storeOther(store, row, Kind.comment);
  if (to - from > MAX_LINE) return storeUnparsed(store, row, 'line-too-long');
  first += MARK_LENGTH;
  return storeSplit(store, { ...row, flags: row.flags | Flag.httpOnly }, { from: first, first, end });
}

function storeSplit(
  store: RowStore,
  row: NewRow,
  stretch: { from: number; first: number; end: number },
): void {
  const split = splitLine(store.bytes, stretch);
  if (typeof split === 'string') storeUnparsed(store, row, split);
  else storeEntry(store, row, split.bounds, split.odd);
}

/** Stores an entry whose fields are at `bounds`, which are kept when `odd`. Unparsed when the value begins too far in. */
export function storeEntry(store: RowStore, { from, to, flags }: NewRow, bounds: Bounds, odd: boolean): void {
  const { bytes, columns, hosts, paths, count: row } = store;
  const [
    d0 = 0,
    d1 = 0,
    f0 = 0,
    f1 = 0,
    p0 = 0,
    p1 = 0,
    s0 = 0,
    s1 = 0,
    e0 = 0,
    e1 = 0,
    n0 = 0,
    n1 = 0,
    v0 = 0,
    v1 = 0,
  ] = bounds;
  if (v0 - from > MAX_OFFSET) return storeUnparsed(store, { from, to, flags }, 'field-too-long');
  const dot = d1 > d0 && bytes[d0] === DOT;
  const subdomains = writtenBoolean(bytes, f0, f1);
  const secure = writtenBoolean(bytes, s0, s1);
  const seconds = readExpiry(bytes, e0, e1);
  const host = dot ? d0 + 1 : d0;
  const path = paths.number(bytes, p0, p1, hashBytes(bytes, p0, p1));
  let traits = paths.traits(path) | nameTraits(bytes, n0, n1) | valueTraits(bytes, v0, v1);
  if (subdomains === Written.odd ? false : ((subdomains & Written.true) !== 0) !== dot)
    traits |= Trait.flagContradictsDot;
  if (subdomains & Written.odd) traits |= Trait.flagOdd;
  if (secure & Written.odd) traits |= Trait.secureOdd;
  if (!isPlainExpiry(bytes, e0, e1)) traits |= Trait.expiryOdd;
  if (seconds >= HUGE_EXPIRY) traits |= Trait.expiryHuge;
  if (to - from >= LARGE) traits |= Trait.sizeLarge;
  if (bytes.subarray(d0, v1).includes(CR)) traits |= Trait.carriageReturn;
  const entryFlags =
    flags |
    Kind.entry |
    (dot ? Flag.dot : 0) |
    (subdomains & Written.true ? Flag.subdomains : 0) |
    (secure & Written.true ? Flag.secure : 0);
  if ((traits & Trait.namePrefix) !== 0) {
    if (keepsPromise(bytes, { from: n0, to: n1 }, entryFlags, path === ROOT_PATH))
      traits &= ~Trait.namePrefix;
  }
  if (odd) traits |= keepBounds(store, from, bounds);
  columns.pathAt[row] = p0 - from;
  columns.nameAt[row] = n0 - from;
  columns.valueAt[row] = v0 - from;
  columns.host[row] = hosts.intern(bytes, host, d1, hashBytes(bytes, host, d1));
  columns.path[row] = path;
  columns.flags[row] = entryFlags;
  columns.traits[row] = traits;
  columns.nameHash[row] = hashName(bytes, n0, n1);
  columns.expiry[row] = seconds;
  finishRow(store, from, to);
}

/** Keeps where the fields of the next row are, for `Trait.layoutOdd`. */
function keepBounds(store: RowStore, from: number, bounds: Bounds): number {
  store.bounds.add(
    store.count,
    bounds.map((at) => at - from),
  );
  return Trait.layoutOdd;
}

/** Stores a row that is kept verbatim, and why. */
export function storeUnparsed(store: RowStore, row: NewRow, reason: UnparsedReason): void {
  store.columns.valueAt[store.count] = UNPARSED_REASONS.indexOf(reason);
  storeOther(store, row, Kind.unparsed);
}

function storeOther(store: RowStore, { from, to, flags }: NewRow, kind: Kind): void {
  const { columns, count: row } = store;
  columns.flags[row] = flags | kind;
  columns.host[row] = NO_HOST;
  finishRow(store, from, to);
}

function finishRow(store: RowStore, from: number, to: number): void {
  store.columns.start[store.count] = from;
  store.count++;
  store.columns.start[store.count] = to;
}

function skipBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  return at;
}

/** Does `[at, end)` begin with exactly `#HttpOnly_`? */
export function isHttpOnlyMark(bytes: Uint8Array, at: number, end: number): boolean {
  return (
    end - at >= MARK_LENGTH &&
    bytes[at] === HASH &&
    bytes[at + 1] === 0x48 &&
    bytes[at + 2] === 0x74 &&
    bytes[at + 3] === 0x74 &&
    bytes[at + 4] === 0x70 &&
    bytes[at + 5] === 0x4f &&
    bytes[at + 6] === 0x6e &&
    bytes[at + 7] === 0x6c &&
    bytes[at + 8] === 0x79 &&
    bytes[at + 9] === 0x5f
  );
}

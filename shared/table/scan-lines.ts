import {
  CR,
  DOT,
  HASH,
  LF,
  NAME_CLASSES,
  NameClass,
  SLASH,
  SPACE,
  STOPS,
  TAB,
  VALUE_CLASSES,
  VALUE_PAIRS,
  ValueClass,
} from './byte-classes.ts';
import { plainBooleanLength } from './booleans.ts';
import { HASH_PRIME, HASH_SEED } from './byte-interner.ts';
import type { InternBatch } from './byte-interner.ts';
import { Flag, Trait } from './columns.ts';
import type { Columns } from './columns.ts';
import { HUGE_EXPIRY } from './expiry.ts';
import { keepsPromise, nameTraitsOf, valueTraitsOf } from './field-traits.ts';
import { isHttpOnlyMark, LARGE, readLine } from './read-line.ts';
import { MAX_LINE, MAX_OFFSET } from './split-line.ts';
import { ROOT_PATH } from './path-table.ts';
import type { RowStore } from './row-store.ts';

/**
 * The hot loop of opening a file. It reads lines of seven fields whose booleans and expiry are plain; any other line
 * goes to `readLine`, which reads all lines and is this loop's reference (they are compared in the tests). It relies
 * on: `bytes[to - 1]` is LF, so no inner loop can run past a line's end; some bytes behind `to` may be looked at;
 * nothing is stored of a line before it is known to be ordinary. Watched by `test/bench` (open).
 */

const SESS = 0x73657373;
const AUTH = 0x61757468;
const OKEN = 0x6f6b656e;
const SID = 0x736964;
const SMALL_T = 0x74;
/** `__Host-Http-`: a name may be shorter, but then its TAB is none of these letters. */
const LONGEST_PREFIX = 12;

/** What the loops over single fields have found, unboxed: beside the place where a field ends. */
const found = new Int32Array(5);
const DOMAIN_HASH = 0;
const PATH_HASH = 1;
const NAME_HASH = 2;
const SEEN = 3;
const TRAITS = 4;
/** The seconds that `expiryStop` has read. */
const foundSeconds = new Float64Array(1);

/** Reads whole lines: `from` begins one, and `bytes[to - 1]` is an LF. Rows must be reserved for every byte. */
export function scanLines(store: RowStore, from: number, to: number): void {
  const { bytes, pairs, hosts, unnumbered: batch } = store;
  const { start, host } = store.columns;
  let row = store.count;
  let at = from;
  while (at < to) {
    const begin = at;
    let flag: number = Flag.endLf;
    entry: {
      if (bytes[at] === HASH && isHttpOnlyMark(bytes, at, to)) {
        flag |= Flag.httpOnly;
        at += 10;
      }
      const byte = bytes[at] as number;
      if (byte <= SPACE || byte === HASH) break entry;
      if (byte === DOT) flag |= Flag.dot;
      const domain = byte === DOT ? at + 1 : at;
      const domainEnd = (at = hashedStop(bytes, domain, DOMAIN_HASH));
      if (bytes[at] !== TAB) break entry;
      let length = plainBooleanLength(bytes, ++at);
      if (length === 0) break entry;
      if (length === 5) flag |= Flag.subdomains;
      const path = (at += length);
      const pathEnd = (at = hashedStop(bytes, at, PATH_HASH));
      if (bytes[at] !== TAB) break entry;
      length = plainBooleanLength(bytes, ++at);
      if (length === 0) break entry;
      if (length === 5) flag |= Flag.secure;
      const expires = (at += length);
      at = expiryStop(bytes, at);
      if (bytes[at] !== TAB || at === expires || at - expires > 15) break entry;
      const name = ++at;
      at = nameStop(bytes, at);
      if (bytes[at] !== TAB) break entry;
      let trait = (found[TRAITS] as number) | nameTraitsOf(found[SEEN] as number, bytes, name, at);
      const value = ++at;
      at = valueStop(bytes, pairs, at);
      trait |= valueTraitsOf(found[SEEN] as number, bytes, value, at);
      if (bytes[at] === CR && bytes[at + 1] === LF) flag |= Flag.endCr;
      else if (bytes[at] !== LF) break entry;
      at += (flag & Flag.endCr) === 0 ? 0 : 1;
      if (value - begin > MAX_OFFSET || at - begin >= MAX_LINE) break entry;
      at++;
      trait |= layoutTraits(flag, foundSeconds[0] as number, at - begin);
      trait |= storePath(store, row, path, pathEnd);
      if ((trait & Trait.namePrefix) !== 0) trait = weighPrefix(store, row, trait, flag, name);
      if (batch.count === batch.row.length) hosts.internAll(bytes, batch, host);
      batchHost(batch, row, domain, domainEnd);
      storeOffsets(store.columns, row, begin, path, name, value);
      storeFound(store.columns, row, flag, trait);
      row++;
      continue;
    }
    at = handOver(store, row, begin, at);
    row++;
  }
  hosts.internAll(bytes, batch, host);
  start[row] = at;
  store.count = row;
}

/** Gives a line that is not ordinary to `readLine` and says where the next begins. */
function handOver(store: RowStore, row: number, begin: number, within: number): number {
  const { bytes, hosts, unnumbered } = store;
  let at = within;
  while (bytes[at] !== LF) at++;
  at++;
  store.count = row;
  hosts.internAll(bytes, unnumbered, store.columns.host);
  readLine(store, begin, at);
  return at;
}

function storeFound(columns: Columns, row: number, flag: number, trait: number): void {
  columns.flags[row] = flag;
  columns.traits[row] = trait;
  columns.nameHash[row] = found[NAME_HASH] as number;
  columns.expiry[row] = foundSeconds[0] as number;
}

function storeOffsets(
  columns: Columns,
  row: number,
  begin: number,
  path: number,
  name: number,
  value: number,
): void {
  columns.start[row] = begin;
  columns.pathAt[row] = path - begin;
  columns.nameAt[row] = name - begin;
  columns.valueAt[row] = value - begin;
}

/** Stores the number of a row's path and gives its traits. */
function storePath({ bytes, columns, paths }: RowStore, row: number, from: number, to: number): number {
  const isRoot = to - from === 1 && bytes[from] === SLASH;
  const number = isRoot ? ROOT_PATH : paths.number(bytes, from, to, found[PATH_HASH] as number);
  columns.path[row] = number;
  return paths.traits(number);
}

function batchHost(batch: InternBatch, row: number, from: number, to: number): void {
  const place = batch.count++;
  batch.row[place] = row;
  batch.from[place] = from;
  batch.to[place] = to;
  batch.hash[place] = found[DOMAIN_HASH] as number;
}

function layoutTraits(flag: number, seconds: number, length: number): number {
  let trait = ((flag & Flag.subdomains) !== 0) === ((flag & Flag.dot) !== 0) ? 0 : Trait.flagContradictsDot;
  if (seconds >= HUGE_EXPIRY) trait |= Trait.expiryHuge;
  return length >= LARGE ? trait | Trait.sizeLarge : trait;
}

/** The traits without the one of a broken promise when the promise is kept. */
function weighPrefix(
  { bytes, columns }: RowStore,
  row: number,
  trait: number,
  flag: number,
  name: number,
): number {
  const to = name + LONGEST_PREFIX;
  return keepsPromise(bytes, { from: name, to }, flag, columns.path[row] === ROOT_PATH)
    ? trait & ~Trait.namePrefix
    : trait;
}

/** Where the domain or path that begins at `from` stops; its hash is in `found`, at `place`. */
function hashedStop(bytes: Uint8Array, from: number, place: number): number {
  let hash = HASH_SEED;
  let byte = 0;
  let at = from;
  while (STOPS[(byte = bytes[at] as number)] === 0) {
    hash = Math.imul(hash ^ byte, HASH_PRIME);
    at++;
  }
  found[place] = hash;
  return at;
}

/** Where the digits that begin at `from` stop; the number is in `foundSeconds`. */
function expiryStop(bytes: Uint8Array, from: number): number {
  let at = from;
  let seconds = 0;
  let digit = 0;
  while ((digit = (bytes[at] as number) - 0x30) >= 0 && digit < 10) {
    seconds = seconds * 10 + digit;
    at++;
  }
  foundSeconds[0] = seconds;
  return at;
}

/** Where the name that begins at `from` stops; its hash, its classes and whether it is sensitive are in `found`. */
function nameStop(bytes: Uint8Array, from: number): number {
  let at = from;
  let hash = HASH_SEED;
  let seen = 0;
  let trait = 0;
  let kind = 0;
  let byte = 0;
  let last4 = 0;
  while (((kind = NAME_CLASSES[(byte = bytes[at] as number)] as number) & NameClass.stop) === 0) {
    const letter = byte | 0x20;
    seen |= kind;
    hash = Math.imul(hash ^ letter, HASH_PRIME);
    last4 = (last4 << 8) | letter;
    if ((kind & NameClass.lastLetter) !== 0 && endsWord(bytes, at, last4)) trait = Trait.nameSensitive;
    at++;
  }
  found[NAME_HASH] = hash;
  found[SEEN] = seen;
  found[TRAITS] = trait;
  return at;
}

/** Are the letters up to `at` one of the words that sensitive names contain? */
function endsWord(bytes: Uint8Array, at: number, last4: number): boolean {
  if (last4 === SESS || last4 === AUTH || (last4 & 0xffffff) === SID) return true;
  return last4 === OKEN && ((bytes[at - 4] as number) | 0x20) === SMALL_T;
}

/** Where the value that begins at `from` stops; its classes are in `found`. Two bytes a step: values are two thirds of a file. */
function valueStop(bytes: Uint8Array, pairs: Uint16Array, from: number): number {
  let seen = 0;
  let kind = 0;
  let at = from;
  if ((at & 1) !== 0) {
    kind = VALUE_CLASSES[bytes[at] as number] as number;
    if ((kind & ValueClass.stop) !== 0) {
      found[SEEN] = 0;
      return at;
    }
    seen = kind;
    at++;
  }
  let pair = at >> 1;
  while (((kind = VALUE_PAIRS[pairs[pair] as number] as number) & ValueClass.stop) === 0) {
    seen |= kind;
    pair++;
  }
  at = pair << 1;
  kind = VALUE_CLASSES[bytes[at] as number] as number;
  if ((kind & ValueClass.stop) === 0) {
    seen |= kind;
    at++;
  }
  found[SEEN] = seen;
  return at;
}

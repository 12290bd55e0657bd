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
import { Flag, Trait } from './columns.ts';
import { HUGE_EXPIRY } from './expiry.ts';
import { nameTraitsOf, pathTraits, valueTraitsOf } from './field-traits.ts';
import { isHttpOnlyMark, LARGE, readLine } from './read-line.ts';
import { MAX_LINE, MAX_OFFSET } from './split-line.ts';
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

/** The `ValueClass` bits that `valueEnd` has met. */
let valueSeen = 0;

/** Reads whole lines: `from` begins one, and `bytes[to - 1]` is an LF. Rows must be reserved for every byte. */
export function scanLines(store: RowStore, from: number, to: number): void {
  const { bytes, pairs, hosts, unnumbered: batch } = store;
  const { start, pathAt, nameAt, valueAt, host, flags, traits, nameHash, expiry } = store.columns;
  let row = store.count;
  let at = from;
  while (at < to) {
    const begin = at;
    let flag = Flag.endLf as number;
    let trait = 0;
    entry: {
      if (bytes[at] === HASH && isHttpOnlyMark(bytes, at, to)) {
        flag |= Flag.httpOnly;
        at += 10;
      }
      let byte = bytes[at] as number;
      if (byte <= SPACE || byte === HASH) break entry;
      if (byte === DOT) {
        flag |= Flag.dot;
        at++;
      }
      const domain = at;
      let hash = HASH_SEED;
      while (STOPS[(byte = bytes[at] as number)] === 0) {
        hash = Math.imul(hash ^ byte, HASH_PRIME);
        at++;
      }
      if (byte !== TAB) break entry;
      const domainEnd = at;
      let length = plainBooleanLength(bytes, ++at);
      if (length === 0) break entry;
      if (length === 5) flag |= Flag.subdomains;
      if ((length === 5) !== ((flag & Flag.dot) !== 0)) trait |= Trait.flagContradictsDot;
      const path = (at += length);
      if (bytes[at] === SLASH && bytes[at + 1] === TAB) at++;
      else {
        while (STOPS[bytes[at] as number] === 0) at++;
        if (bytes[at] !== TAB) break entry;
        trait |= pathTraits(bytes, path, at);
      }
      length = plainBooleanLength(bytes, ++at);
      if (length === 0) break entry;
      if (length === 5) flag |= Flag.secure;
      const expires = (at += length);
      let seconds = 0;
      while ((byte = (bytes[at] as number) - 0x30) >= 0 && byte < 10) {
        seconds = seconds * 10 + byte;
        at++;
      }
      if (bytes[at] !== TAB || at === expires || at - expires > 15) break entry;
      if (seconds >= HUGE_EXPIRY) trait |= Trait.expiryHuge;
      const name = ++at;
      let folded = HASH_SEED;
      let last4 = 0;
      let seen = 0;
      let kind = 0;
      while (((kind = NAME_CLASSES[(byte = bytes[at] as number)] as number) & NameClass.stop) === 0) {
        const letter = byte | 0x20;
        seen |= kind;
        folded = Math.imul(folded ^ letter, HASH_PRIME);
        last4 = (last4 << 8) | letter;
        if (last4 === SESS || last4 === AUTH || (last4 & 0xffffff) === SID) trait |= Trait.nameSensitive;
        else if (last4 === OKEN && ((bytes[at - 4] as number) | 0x20) === SMALL_T)
          trait |= Trait.nameSensitive;
        at++;
      }
      if (byte !== TAB) break entry;
      const nameEnd = at;
      const value = ++at;
      at = valueEnd(bytes, pairs, at);
      byte = bytes[at] as number;
      const valueStop = at;
      if (byte === CR && bytes[at + 1] === LF) {
        flag |= Flag.endCr;
        at++;
      } else if (byte !== LF) break entry;
      if (value - begin > MAX_OFFSET || at - begin >= MAX_LINE) break entry;
      at++;
      if (at - begin >= LARGE) trait |= Trait.sizeLarge;
      start[row] = begin;
      if (batch.count === batch.row.length) hosts.internAll(bytes, batch, host);
      const place = batch.count++;
      batch.row[place] = row;
      batch.from[place] = domain;
      batch.to[place] = domainEnd;
      batch.hash[place] = hash;
      pathAt[row] = path - begin;
      nameAt[row] = name - begin;
      valueAt[row] = value - begin;
      flags[row] = flag;
      traits[row] =
        trait | nameTraitsOf(seen, bytes, name, nameEnd) | valueTraitsOf(valueSeen, bytes, value, valueStop);
      nameHash[row] = folded;
      expiry[row] = seconds;
      row++;
      continue;
    }
    while (bytes[at] !== LF) at++;
    at++;
    store.count = row;
    hosts.internAll(bytes, batch, host);
    readLine(store, begin, at);
    row++;
  }
  hosts.internAll(bytes, batch, host);
  start[row] = at;
  store.count = row;
}

/** Where the value that begins at `at` stops. Two bytes a step: values are two thirds of a file. */
function valueEnd(bytes: Uint8Array, pairs: Uint16Array, at: number): number {
  let seen = 0;
  let kind = 0;
  let p = at;
  if ((p & 1) !== 0) {
    kind = VALUE_CLASSES[bytes[p] as number] as number;
    if ((kind & ValueClass.stop) !== 0) {
      valueSeen = 0;
      return p;
    }
    seen = kind;
    p++;
  }
  let pair = p >> 1;
  while (((kind = VALUE_PAIRS[pairs[pair] as number] as number) & ValueClass.stop) === 0) {
    seen |= kind;
    pair++;
  }
  p = pair << 1;
  kind = VALUE_CLASSES[bytes[p] as number] as number;
  if ((kind & ValueClass.stop) === 0) {
    seen |= kind;
    p++;
  }
  valueSeen = seen;
  return p;
}

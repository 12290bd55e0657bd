import { bytesOf } from '../cookie/byte-string.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import type { Cookie } from '../cookie/cookie.ts';
import { LF } from './byte-classes.ts';
import type { UnparsedReason } from './columns.ts';
import { Flag, Kind, KIND_MASK, Trait } from './columns.ts';
import { readLine, storeEntry, storeUnparsed } from './read-line.ts';
import { reasonOf } from './read-row.ts';
import type { RowStore } from './row-store.ts';
import { scanLines } from './scan-lines.ts';
import type { LineEnd } from './table.ts';

const HTTP_ONLY = '#HttpOnly_';

/** Appends a line and reads it. A line feed inside it is a bug of the caller and throws. */
export function appendLine(store: RowStore, line: Uint8Array | ByteString): number {
  const inside = typeof line === 'string' ? line.indexOf('\n') : line.indexOf(LF);
  if (inside >= 0 && inside < line.length - 1) throw new Error('a line has a line feed inside');
  const row = store.count;
  const from = store.used;
  const to = putBytes(store, line);
  store.reserveRows(1);
  if (inside >= 0) scanLines(store, from, to);
  else readLine(store, from, to);
  return row;
}

/** Appends something that is no line of the file's own, kept as it is. */
export function appendUnparsed(
  store: RowStore,
  kept: { readonly text: ByteString; readonly reason: UnparsedReason; readonly lineEnd: LineEnd },
): number {
  const row = store.count;
  const from = store.used;
  const to = putBytes(store, kept.text + endText(kept.lineEnd));
  store.reserveRows(1);
  storeUnparsed(store, { from, to, flags: endFlags(kept.lineEnd) }, kept.reason);
  return row;
}

/** Appends the canonical line of a cookie and knows where its fields are, whatever bytes they have. */
export function appendEntry(store: RowStore, cookie: Cookie, lineEnd: LineEnd): number {
  const fields = [
    cookie.hostOnly ? cookie.domain : `.${cookie.domain}`,
    cookie.hostOnly ? 'FALSE' : 'TRUE',
    cookie.path,
    cookie.secureOnly ? 'TRUE' : 'FALSE',
    digitsOf(cookie.expiryTime ?? 0),
    cookie.name,
    cookie.value,
  ];
  const text = (cookie.httpOnly ? HTTP_ONLY : '') + fields.join('\t') + endText(lineEnd);
  const row = store.count;
  const from = store.used;
  const to = putBytes(store, text);
  store.reserveRows(1);
  const bounds = new Uint32Array(14);
  let at = cookie.httpOnly ? from + HTTP_ONLY.length : from;
  fields.forEach((field, place) => {
    bounds[2 * place] = at;
    bounds[2 * place + 1] = at + field.length;
    at += field.length + 1;
  });
  const flags = endFlags(lineEnd) | (cookie.httpOnly ? Flag.httpOnly : 0);
  storeEntry(
    store,
    { from, to, flags },
    bounds,
    fields.some((field) => /[\t\n\r]/.test(field)),
  );
  // The digits of a large number may stand for another one.
  if (cookie.expiryTime !== undefined) store.columns.expiry[row] = cookie.expiryTime;
  if (cookie.extras !== undefined) addExtras(store, row, cookie.extras);
  return row;
}

/** A whole number without an exponent. */
function digitsOf(seconds: number): string {
  return Math.abs(seconds) < 1e21 || !Number.isFinite(seconds)
    ? String(seconds)
    : BigInt(Math.trunc(seconds)).toString();
}

/** Appends a row of another store with all that is known of it. */
export function appendRow(store: RowStore, other: RowStore, otherRow: number): number {
  const { columns } = other;
  const row = store.count;
  const begin = columns.start[otherRow] ?? 0;
  const from = store.used;
  const to = putBytes(store, other.bytes.subarray(begin, columns.start[otherRow + 1]));
  store.reserveRows(1);
  const flags = columns.flags[otherRow] ?? 0;
  const bounds = other.bounds.get(otherRow);
  const kind = flags & KIND_MASK;
  if (kind === Kind.unparsed) {
    storeUnparsed(store, { from, to, flags: flags & ~KIND_MASK }, reasonOf(columns, otherRow));
  } else if (bounds !== undefined) {
    const kept = flags & (Flag.endLf | Flag.endCr | Flag.httpOnly);
    storeEntry(
      store,
      { from, to, flags: kept },
      bounds.map((at) => at + from),
      true,
    );
    store.columns.expiry[row] = columns.expiry[otherRow] ?? 0;
  } else if ((flags & Flag.endLf) === 0) readLine(store, from, to);
  else scanLines(store, from, to);
  const extras = other.extras.get(otherRow);
  if (extras !== undefined) addExtras(store, row, extras);
  return row;
}

function addExtras(store: RowStore, row: number, extras: NonNullable<Cookie['extras']>): void {
  store.extras.add(row, extras);
  store.columns.traits[row] = (store.columns.traits[row] ?? 0) | Trait.extras;
}

/** Puts bytes behind the last row and says where they end. */
function putBytes(store: RowStore, line: Uint8Array | ByteString): number {
  store.reserveBytes(line.length);
  const { bytes, used } = store;
  if (typeof line !== 'string') bytes.set(line, used);
  else if (line.length > 1000) bytes.set(bytesOf(line), used);
  else for (let at = 0; at < line.length; at++) bytes[used + at] = line.charCodeAt(at);
  return used + line.length;
}

function endText(lineEnd: LineEnd): string {
  if (lineEnd === 'none') return '';
  return lineEnd === 'lf' ? '\n' : '\r\n';
}

function endFlags(lineEnd: LineEnd): number {
  if (lineEnd === 'none') return 0;
  return lineEnd === 'lf' ? Flag.endLf : Flag.endLf | Flag.endCr;
}

import { bytesOf } from '../../cookie/byte-string.ts';
import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie, CookieExtras } from '../../cookie/cookie.ts';
import { fixLine } from '../../rules/fix-line.ts';
import { FIELDS, Flag, Kind, KIND_MASK, Trait } from '../../table/columns.ts';
import type { LineEnd, Table } from '../../table/table.ts';
import type { RawEntry } from '../../table/entry-reader.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { statedCookie } from '../stated-cookie.ts';
import type { FieldValue } from './field-value.ts';

const MARK = '#HttpOnly_';

/** The bytes of a line end. */
export const LINE_ENDS: Readonly<Record<LineEnd, ByteString>> = { lf: '\n', crlf: '\r\n', none: '' };

/**
 * The row that an entry becomes when a field is set: the same row when nothing changes, otherwise a new one. In a
 * file of lines only the bytes of the field change (and the flag that goes with a domain).
 */
export function rowWithField(document: CookieDocument, row: number, value: FieldValue): number {
  const { table } = document;
  if (document.format.kind === 'source') {
    const cookie = statedCookie(table, row);
    const changed = cookieWith(cookie, value);
    return changed === undefined ? row : table.appendEntry(changed);
  }
  const patch = rawPatch(table, row, value);
  return patch === undefined ? row : patchedRow(table, row, patch);
}

/** The cookie that an entry becomes when a field is set; nothing when `rowWithField` would leave it as it is. */
export function cookieWithField(
  document: CookieDocument,
  row: number,
  value: FieldValue,
): Cookie | undefined {
  const { table } = document;
  if (document.format.kind === 'source') return cookieWith(statedCookie(table, row), value);
  if (rawPatch(table, row, value) === undefined) return undefined;
  const cookie = table.cookie(row);
  return cookieWith(cookie, value) ?? cookie;
}

/** The new bytes of an entry's fields when one is set; nothing when they stay as they are. */
function rawPatch(table: Table, row: number, value: FieldValue): Partial<RawEntry> | undefined {
  const flags = table.columns.flags[row] ?? 0;
  switch (value.field) {
    case 'name':
    case 'value':
    case 'path':
      return table.field(row, value.field) === value.bytes ? undefined : { [value.field]: value.bytes };
    case 'secureOnly':
      return ((flags & Flag.secure) !== 0) === value.on ? undefined : { secure: value.on ? 'TRUE' : 'FALSE' };
    case 'httpOnly':
      return ((flags & Flag.httpOnly) !== 0) === value.on ? undefined : { httpOnly: value.on };
    case 'expires': {
      const expiry = value.time ?? 0;
      return table.columns.expiry[row] === expiry ? undefined : { expiry: String(expiry) };
    }
    case 'domain': {
      const hostOnly = !value.dotted && table.cookie(row).hostOnly;
      return domainPatch(table, row, value.bytes, hostOnly);
    }
    case 'hostOnly':
      return domainPatch(table, row, table.field(row, 'domain').replace(/^\./, ''), value.on);
    case 'sameSite':
      return undefined;
  }
}

/** Domain and flag together, so that the dot and the second column say the same. */
function domainPatch(
  table: Table,
  row: number,
  domain: ByteString,
  hostOnly: boolean,
): Partial<RawEntry> | undefined {
  const written = hostOnly ? domain : `.${domain}`;
  const subdomains = ((table.columns.flags[row] ?? 0) & Flag.subdomains) !== 0;
  const sameDomain = table.field(row, 'domain') === written;
  if (sameDomain && subdomains !== hostOnly) return undefined;
  return {
    ...(!sameDomain && { domain: written }),
    ...(subdomains === hostOnly && { flag: hostOnly ? 'FALSE' : 'TRUE' }),
  };
}

function cookieWith(cookie: Cookie, value: FieldValue): Cookie | undefined {
  switch (value.field) {
    case 'name':
    case 'value':
    case 'path':
      return cookie[value.field] === value.bytes ? undefined : { ...cookie, [value.field]: value.bytes };
    case 'hostOnly': {
      const domain = cookie.domain.replace(/^\./, '');
      const same = cookie.hostOnly === value.on && cookie.domain === domain;
      return same ? undefined : { ...cookie, domain, hostOnly: value.on };
    }
    case 'secureOnly':
    case 'httpOnly':
      return cookie[value.field] === value.on ? undefined : { ...cookie, [value.field]: value.on };
    case 'domain': {
      const hostOnly = value.dotted ? false : cookie.hostOnly;
      const same = cookie.domain === value.bytes && cookie.hostOnly === hostOnly;
      return same ? undefined : { ...cookie, domain: value.bytes, hostOnly };
    }
    case 'expires': {
      if (cookie.expiryTime === value.time) return undefined;
      const { expiryTime: _gone, ...session } = cookie;
      return value.time === undefined ? session : { ...session, expiryTime: value.time };
    }
    case 'sameSite': {
      if (cookie.extras?.sameSite === value.sameSite) return undefined;
      const { sameSite: _gone, ...others } = cookie.extras ?? {};
      const extras: CookieExtras =
        value.sameSite === undefined ? others : { ...others, sameSite: value.sameSite };
      return { ...cookie, extras };
    }
  }
}

/**
 * A new row like `row` with other bytes in some fields, everything else of the line and its end as it was. An odd
 * layout is kept where the line still says the same with it, and written in seven columns where it would not.
 */
export function patchedRow(table: Table, row: number, patch: Partial<RawEntry>): number {
  const odd = ((table.columns.traits[row] ?? 0) & Trait.layoutOdd) !== 0;
  const patched = table.appendLine(spliced(table, row, patch));
  if (!odd || says(table, patched, { ...table.rawEntry(row), ...patch })) return patched;
  const line = fixLine(table.rawEntry(row), patch);
  return line === undefined ? row : table.appendLine(line + LINE_ENDS[table.lineEnd(row)]);
}

/** Is the row an entry of exactly these fields? */
function says(table: Table, row: number, entry: RawEntry): boolean {
  if (((table.columns.flags[row] ?? 0) & KIND_MASK) !== Kind.entry) return false;
  const read = table.rawEntry(row);
  return read.httpOnly === entry.httpOnly && FIELDS.every((field) => read[field] === entry[field]);
}

/** The bytes of a row with some of its fields replaced where they stand. */
function spliced(table: Table, row: number, patch: Partial<RawEntry>): Uint8Array {
  const source = table.rowBytes(row);
  const start = table.columns.start[row] ?? 0;
  const marked = ((table.columns.flags[row] ?? 0) & Flag.httpOnly) !== 0;
  const pieces: Uint8Array[] = (patch.httpOnly ?? marked) ? [MARK_BYTES] : [];
  let copied = marked ? MARK.length : 0;
  for (const field of FIELDS) {
    const bytes = patch[field];
    if (bytes === undefined) continue;
    const [from, to] = table.fieldEnds(row, field);
    pieces.push(source.subarray(copied, from - start), bytesOf(bytes));
    copied = to - start;
  }
  pieces.push(source.subarray(copied));
  return joined(pieces);
}

const MARK_BYTES = bytesOf(MARK);

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

import type { Cookie } from '../cookie/cookie.ts';
import { TAB } from './byte-classes.ts';
import type { Columns, Field, UnparsedReason } from './columns.ts';
import { FIELDS, Flag, KIND_MASK, Kind, Trait, UNPARSED_REASONS } from './columns.ts';
import type { EntryReader, RawEntry } from './entry-reader.ts';
import type { RowStore } from './row-store.ts';
import type { Table } from './table.ts';

const MARK_LENGTH = 10;

/** The end of a row's own bytes, its line end apart. */
export function rowEnd(columns: Columns, row: number): number {
  const flags = columns.flags[row] ?? 0;
  const next = columns.start[row + 1] ?? 0;
  if ((flags & Flag.endLf) === 0) return next;
  return (flags & Flag.endCr) === 0 ? next - 1 : next - 2;
}

/** Why a row is kept verbatim. */
export function reasonOf(columns: Columns, row: number): UnparsedReason {
  return UNPARSED_REASONS[columns.valueAt[row] ?? 0] ?? 'too-few-fields';
}

/** Where a field of an entry begins and ends in the table's bytes. */
export function fieldEnds(store: RowStore, row: number, field: Field): readonly [number, number] {
  const { bytes, columns } = store;
  const start = columns.start[row] ?? 0;
  if (((columns.traits[row] ?? 0) & Trait.layoutOdd) !== 0) {
    const bounds = store.bounds.get(row);
    const at = 2 * FIELDS.indexOf(field);
    return [start + (bounds?.[at] ?? 0), start + (bounds?.[at + 1] ?? 0)];
  }
  switch (field) {
    case 'domain': {
      const from = start + (((columns.flags[row] ?? 0) & Flag.httpOnly) === 0 ? 0 : MARK_LENGTH);
      return [from, tabAt(bytes, from)];
    }
    case 'flag': {
      const to = start + (columns.pathAt[row] ?? 0) - 1;
      return [tabBefore(bytes, to) + 1, to];
    }
    case 'path': {
      const from = start + (columns.pathAt[row] ?? 0);
      return [from, tabAt(bytes, from)];
    }
    case 'secure': {
      const from = tabAt(bytes, start + (columns.pathAt[row] ?? 0)) + 1;
      return [from, tabAt(bytes, from)];
    }
    case 'expiry': {
      const to = start + (columns.nameAt[row] ?? 0) - 1;
      return [tabBefore(bytes, to) + 1, to];
    }
    case 'name':
      return [start + (columns.nameAt[row] ?? 0), start + (columns.valueAt[row] ?? 0) - 1];
    case 'value':
      return [start + (columns.valueAt[row] ?? 0), rowEnd(columns, row)];
  }
}

/** All fields of an entry as its line spells them. */
export function rawEntryOf(entry: EntryReader & { readonly columns: Columns }, row: number): RawEntry {
  return {
    httpOnly: ((entry.columns.flags[row] ?? 0) & Flag.httpOnly) !== 0,
    domain: entry.field(row, 'domain'),
    flag: entry.field(row, 'flag'),
    path: entry.field(row, 'path'),
    secure: entry.field(row, 'secure'),
    expiry: entry.field(row, 'expiry'),
    name: entry.field(row, 'name'),
    value: entry.field(row, 'value'),
  };
}

/** The cookie that an entry spells: host-only by its second column, no expiry where there is none to read. */
export function storedCookie(table: Table, row: number): Cookie {
  const { columns } = table;
  const flags = columns.flags[row] ?? 0;
  const expiryTime = columns.expiry[row] ?? Number.NaN;
  const extras = table.extras(row);
  const cookie = {
    name: table.field(row, 'name'),
    value: table.field(row, 'value'),
    domain: (flags & KIND_MASK) === Kind.entry ? table.hosts.text(columns.host[row] ?? 0) : '',
    hostOnly: (flags & Flag.subdomains) === 0,
    path: table.field(row, 'path'),
    secureOnly: (flags & Flag.secure) !== 0,
    httpOnly: (flags & Flag.httpOnly) !== 0,
  };
  const expires = expiryTime !== 0 && !Number.isNaN(expiryTime);
  if (extras === undefined) return expires ? { ...cookie, expiryTime } : cookie;
  return expires ? { ...cookie, expiryTime, extras } : { ...cookie, extras };
}

function tabAt(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== TAB) at++;
  return at;
}

function tabBefore(bytes: Uint8Array, to: number): number {
  let at = to - 1;
  while (at >= 0 && bytes[at] !== TAB) at--;
  return at;
}

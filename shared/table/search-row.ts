import type { ByteString } from '../cookie/byte-string.ts';
import { lowerCaseAscii } from '../cookie/canonical-host.ts';
import { TAB } from './byte-classes.ts';
import type { Field } from './columns.ts';
import { Flag, KIND_MASK, Kind, Trait } from './columns.ts';
import type { Table } from './table.ts';

/** Where text is looked for; with `line`, anywhere in comments and in lines kept verbatim as well. */
export const SearchField = { domain: 1, path: 2, name: 4, value: 8, line: 16 } as const;

const MARK_LENGTH = 10;
const BY_FIELD: readonly (readonly [Field, number])[] = [
  ['domain', SearchField.domain],
  ['path', SearchField.path],
  ['name', SearchField.name],
  ['value', SearchField.value],
];

/** Does a row contain the needle, whose letters are small, in one of these fields? */
export function contains(table: Table, row: number, needle: ByteString, fields: number): boolean {
  const kind = (table.columns.flags[row] ?? 0) & KIND_MASK;
  if (kind !== Kind.entry) {
    const looked = kind !== Kind.blank && (fields & SearchField.line) !== 0;
    return looked && lowerCaseAscii(table.line(row)).includes(needle);
  }
  return BY_FIELD.some(
    ([field, bit]) => (fields & bit) !== 0 && lowerCaseAscii(table.field(row, field)).includes(needle),
  );
}

/**
 * The `SearchField` bit of the field that `bytes[from, to)` of an entry's row lies in, all of it; 0 when it lies in none
 * that is searched. It may look at the bytes between `from` and the beginning of the field, but at no others.
 */
export function fieldsAt(table: Table, row: number, from: number, to: number): number {
  const { bytes, columns } = table;
  const start = columns.start[row] as number;
  const place = from - start;
  if (((columns.traits[row] as number) & Trait.layoutOdd) !== 0)
    return oddFieldAt(table, row, place, to - from);
  if (place >= (columns.valueAt[row] as number)) return to <= valueEnd(table, row) ? SearchField.value : 0;
  if (place >= (columns.nameAt[row] as number)) {
    return to < start + (columns.valueAt[row] as number) ? SearchField.name : 0;
  }
  const pathAt = columns.pathAt[row] as number;
  const inPath = place >= pathAt;
  const marked = ((columns.flags[row] as number) & Flag.httpOnly) !== 0;
  const begin = inPath ? start + pathAt : start + (marked ? MARK_LENGTH : 0);
  if (from < begin) return 0;
  for (let at = begin; at < to; at++) if (bytes[at] === TAB) return 0;
  return inPath ? SearchField.path : SearchField.domain;
}

function oddFieldAt(table: Table, row: number, place: number, length: number): number {
  for (const [field, bit] of BY_FIELD) {
    const [from, to] = table.fieldEnds(row, field);
    const begin = from - (table.columns.start[row] as number);
    if (place >= begin && place + length <= begin + to - from) return bit;
  }
  return 0;
}

function valueEnd(table: Table, row: number): number {
  return table.fieldEnds(row, 'value')[1];
}

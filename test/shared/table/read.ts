import { byteStrings } from '../../../main/files/byte-strings.ts';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import { Kind, KIND_MASK, Trait } from '#shared/table/columns.ts';
import { finish } from '#shared/table/progress.ts';
import { LineScanner, scanBase } from '#shared/table/scan.ts';
import { Table } from '#shared/table/table.ts';

/** A table over these bytes, one a character, scanned. */
export function readText(text: string): Table {
  return readBytes(bytesOf(text));
}

/** A table over these bytes, scanned. */
export function readBytes(bytes: Uint8Array): Table {
  const table = tableFor(bytes);
  finish(scanBase(table));
  return table;
}

/** A table over these bytes, scanned as far as each of `stops` in turn. */
export function readInPieces(bytes: Uint8Array, stops: readonly number[]): Table {
  const table = tableFor(bytes);
  const scanner = new LineScanner(table);
  for (const stop of [...stops].sort((one, other) => one - other))
    scanner.scanTo(Math.min(stop, bytes.length));
  scanner.scanTo(bytes.length);
  return table;
}

function tableFor(bytes: Uint8Array): Table {
  const table = Table.forSize(byteStrings, bytes.length);
  table.bytes.set(bytes);
  return table;
}

/** All rows put together: the file, when the table is as it was read. */
export function allBytes(table: Table): Uint8Array {
  const parts = Array.from({ length: table.count }, (_, row) => table.rowBytes(row));
  return Uint8Array.from(Buffer.concat(parts));
}

/** What kind of row it is, by name. */
export function kindOf(table: Table, row: number): string {
  const kind = (table.columns.flags[row] ?? 0) & KIND_MASK;
  return Object.entries(Kind).find(([, value]) => value === kind)?.[0] ?? '';
}

/** The names of a row's traits, in the order of their bits. */
export function traitsOf(table: Table, row: number): string[] {
  const traits = table.columns.traits[row] ?? 0;
  return Object.entries(Trait).flatMap(([name, bit]) => ((traits & bit) === 0 ? [] : [name]));
}

/** Everything that the columns and the reader say of a row. */
export function rowFacts(table: Table, row: number): unknown {
  const { columns, hosts } = table;
  const kind = kindOf(table, row);
  const common = { kind, flags: columns.flags[row], line: table.line(row), end: table.lineEnd(row) };
  if (kind === 'unparsed') return { ...common, reason: table.reason(row) };
  if (kind !== 'entry') return common;
  return {
    ...common,
    raw: table.rawEntry(row),
    traits: traitsOf(table, row),
    host: hosts.text(columns.host[row] ?? 0),
    expiry: columns.expiry[row],
    nameHash: columns.nameHash[row],
    extras: table.extras(row),
  };
}

import type { ByteStrings } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import type { RowSink, SourceDocument } from '../format.ts';
import { importedSource } from '../imported-source.ts';
import { linesOf } from '../lines-of.ts';
import { readTable, type TableReading } from './read-table.ts';

const LF = 0x0a;

/** Reads a table that is not written back: times and words as all sorts of programs write them. */
export function* importedTable(
  table: Omit<TableReading, 'exact'>,
  sink: RowSink,
  strings: ByteStrings,
): Generator<Progress, SourceDocument> {
  const { starts } = yield* readTable({ ...table, exact: false }, sink, strings);
  const lines = linesOf((at) => table.bytes.indexOf(LF, at), starts);
  return importedSource({ lineOf: (origin) => lines[origin] ?? 1 });
}

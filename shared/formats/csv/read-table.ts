import type { ByteStrings } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import type { RowSink } from '../format.ts';
import { readRow, type RowReading } from './read-row.ts';
import { tableRecords } from './table-records.ts';
import { shownText } from '../records/shown-text.ts';

/** A table and how it is to be read. */
export interface TableReading extends RowReading {
  readonly bytes: Uint8Array;
  /** Where the table begins, in bytes. */
  readonly from: number;
  /** Its first line says what the columns are. */
  readonly hasHeader: boolean;
}

/** Where the rows of a table stand: the n-th at [starts[n], ends[n]). */
export interface TableRows {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Reads all rows of a table. */
export function* readTable(
  reading: TableReading,
  sink: RowSink,
  strings: ByteStrings,
): Generator<Progress, TableRows> {
  const { bytes, from, hasHeader, dialect } = reading;
  const starts: number[] = [];
  const ends: number[] = [];
  let isHeader = hasHeader;
  const delimiter = dialect.quotes ? dialect.delimiter.charCodeAt(0) : undefined;
  yield* tableRecords(bytes, { from, delimiter }, (start, end) => {
    if (isHeader) {
      isHeader = false;
      return;
    }
    const origin = starts.length;
    starts.push(start);
    ends.push(end);
    const record = strings.decode(bytes, start, end);
    const read = readRow(record, reading);
    if (typeof read !== 'string') sink.entry(read, origin);
    else sink.unparsed(shownText(record), read, origin);
  });
  return { starts, ends };
}

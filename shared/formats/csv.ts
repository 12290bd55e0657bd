import { ATTRIBUTES, type Cookie } from '../cookie/cookie.ts';
import { chunks } from './chunks.ts';
import { areWhole, CANONICAL } from './csv/columns.ts';
import { readTable } from './csv/read-table.ts';
import type { RowReading } from './csv/read-row.ts';
import { headOfTable, tableHead } from './csv/table-head.ts';
import { writtenRow } from './csv/write-row.ts';
import type { SourceFormat } from './format.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import { attributeMisfit } from './json/json-shape.ts';
import { recordDocument } from './records/record-document.ts';

const WRITING: RowReading = { dialect: { delimiter: ',', quotes: true }, columns: CANONICAL, exact: true };

/**
 * Comma-separated values (RFC 4180) under the names of RFC 6265bis, every attribute in a column of its own: what Crumbs writes. The columns may
 * stand in any order and others between them; semicolons and TABs are as good. Every value is exact: a spreadsheet would take one that begins with an
 * equals sign for a formula. A table with fewer columns is read by `table`, since an edit might have no place in it.
 */
export const csv: SourceFormat = {
  kind: 'source',
  id: 'csv',
  name: 'CSV, exact (not for spreadsheets)',
  extensions: ['csv', 'tsv'],
  carries: ATTRIBUTES,
  detect: ({ head }) => areWhole(tableHead(head)?.columns ?? []),
  misfit: attributeMisfit,
  write: (cookies) => chunks(rowsOf(cookies)),
  *read(bytes, sink, strings) {
    const head = headOfTable(bytes);
    if (head === undefined || !areWhole(head.columns)) return { code: 'no-entries-possible' };
    const { dialect, columns, start: from } = head;
    const reading = { bytes, from, dialect, columns, hasHeader: true, exact: true };
    const rows = yield* readTable(reading, sink, strings);
    return recordDocument({ bytes, ...rows, record: (cookie, old) => writtenRow(cookie, reading, old) });
  },
};

function* rowsOf(cookies: Iterable<Cookie>): Iterable<ByteString> {
  yield `${CANONICAL.join(',')}\r\n`;
  for (const cookie of cookies) {
    if (attributeMisfit(cookie)?.code !== 'entry-left-out') yield `${writtenRow(cookie, WRITING)}\r\n`;
  }
}

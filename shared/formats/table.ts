import { ATTRIBUTES } from '../cookie/cookie.ts';
import { areWhole, makeCookies } from './csv/columns.ts';
import { importedTable } from './csv/imported-table.ts';
import { headOfTable, tableHead } from './csv/table-head.ts';
import type { ImportFormat } from './format.ts';
import { hasEntries } from './netscape/entries.ts';

/**
 * A table of cookies that some spreadsheet, program or person made (CSV or TSV, Excel's and LibreOffice's dialects), whose first line names
 * its columns in any order and many spellings: a name, a value and a domain at least. Times are seconds, milliseconds, microseconds or
 * dates. It is read only: what a person edits may have no column there. What begins with an apostrophe keeps it.
 */
export const table: ImportFormat = {
  kind: 'import',
  id: 'table',
  name: 'Table (CSV or TSV)',
  extensions: ['csv', 'tsv'],
  carries: ATTRIBUTES,
  detect: (probe) => {
    const columns = tableHead(probe.head)?.columns ?? [];
    return makeCookies(columns) && !areWhole(columns) && !hasEntries(probe);
  },
  *read(bytes, sink, strings) {
    const head = headOfTable(bytes);
    if (head === undefined || !makeCookies(head.columns)) return { code: 'no-entries-possible' };
    const { dialect, columns, start: from } = head;
    return yield* importedTable({ bytes, from, dialect, columns, hasHeader: true }, sink, strings);
  },
};

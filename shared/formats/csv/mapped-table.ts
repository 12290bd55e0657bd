import { ATTRIBUTES } from '../../cookie/cookie.ts';
import type { ImportFormat } from '../format.ts';
import { type Columns, columnNamed, makeCookies } from './columns.ts';
import { importedTable } from './imported-table.ts';
import { headOfTable } from './table-head.ts';

const MAPPED = /^(headless-)?table:(.*)$/s;

/** What a person says of the columns of a table whose first line does not. */
export interface ColumnChoice {
  readonly columns: Columns;
  /** The first line is no cookie. */
  readonly hasHeader: boolean;
}

/** The choice as the id of a format: `table:name,value,,domain`, or `headless-table:…`. */
export function mappedTableId({ columns, hasHeader }: ColumnChoice): string {
  return `${hasHeader ? '' : 'headless-'}table:${columns.map((column) => column ?? '').join(',')}`;
}

/** The columns that a person names one after the other, set apart by commas; the first name that means none. */
export function columnsNamed(text: string): Columns | { readonly unknown: string } {
  const words = text.split(',').map((word) => word.trim());
  const unknown = words.find((word) => word !== '' && columnNamed(word) === undefined);
  return unknown === undefined ? words.map(columnNamed) : { unknown };
}

/** The format of a table whose columns a person named, by the id that says which. */
export function mappedTable(id: string): ImportFormat | undefined {
  const [, headless, names = ''] = MAPPED.exec(id) ?? [];
  const columns = columnsNamed(names);
  if ('unknown' in columns || !makeCookies(columns)) return undefined;
  return {
    kind: 'import',
    id: 'table',
    name: 'Table (CSV or TSV)',
    extensions: ['csv', 'tsv'],
    carries: ATTRIBUTES,
    detect: () => false,
    *read(bytes, sink, strings) {
      const head = headOfTable(bytes);
      if (head === undefined) return { code: 'no-entries-possible' };
      const { dialect, start: from } = head;
      const hasHeader = headless === undefined;
      return yield* importedTable({ bytes, from, dialect, columns, hasHeader }, sink, strings);
    },
  };
}

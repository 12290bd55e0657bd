import { byteString } from '../cookie/byte-string.ts';
import { ATTRIBUTES } from '../cookie/cookie.ts';
import { devtoolsColumns } from './csv/devtools-columns.ts';
import { importedTable } from './csv/imported-table.ts';
import type { ImportFormat } from './format.ts';

/** How far the first line is looked for. */
const HEAD = 1 << 16;

/**
 * Rows copied from Application > Cookies of Chromium's developer tools: cells between TABs, no names above them. The order of columns is
 * that of `CookiesTable.ts` of devtools-frontend, with the columns of a partition or, in older versions, without.
 */
export const devtoolsTable: ImportFormat = {
  kind: 'import',
  id: 'devtools-table',
  name: 'Cookies table of Chrome DevTools',
  extensions: ['txt'],
  carries: ATTRIBUTES.filter((attribute) => !/^(?:storeId|creationTime|lastAccessTime)$/.test(attribute)),
  detect: ({ head }) => devtoolsColumns(head) !== undefined,
  *read(bytes, sink, strings) {
    const columns = devtoolsColumns(byteString(bytes, 0, Math.min(bytes.length, HEAD)));
    if (columns === undefined) return { code: 'no-entries-possible' };
    const dialect = { delimiter: '\t', quotes: false };
    const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return yield* importedTable({ bytes, from, dialect, columns, hasHeader: false }, sink, strings);
  },
};

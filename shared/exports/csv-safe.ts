import type { ByteString } from '../cookie/byte-string.ts';
import type { Attribute, Cookie } from '../cookie/cookie.ts';
import { chunks } from '../formats/chunks.ts';
import type { Column } from '../formats/csv/columns.ts';
import { isFormula, tameFormula } from '../formats/csv/tame-formula.ts';
import { saidOf } from '../formats/csv/write-row.ts';
import type { Misfit } from '../formats/format.ts';
import { fileExportTarget } from './file-export-target.ts';

/** What a person looks at in a spreadsheet; `table` reads it back. */
const HEADS: readonly (readonly [string, Column])[] = [
  ['Name', 'name'],
  ['Value', 'value'],
  ['Domain', 'domain'],
  ['Host only', 'hostOnly'],
  ['Path', 'path'],
  ['Expires (UTC)', 'expiryTime'],
  ['Secure', 'secureOnly'],
  ['HttpOnly', 'httpOnly'],
  ['SameSite', 'sameSite'],
  ['Partition key', 'partitionKey'],
  ['Cross-site', 'crossSite'],
  ['Container', 'storeId'],
  ['Priority', 'priority'],
];

const BYTE_ORDER_MARK = '\xef\xbb\xbf';
/** The last second of the year 9999. */
const LAST = 253402300799;

/** A table for spreadsheets: nothing in it becomes a formula. */
export const csvSafe = fileExportTarget({
  id: 'csv-safe',
  name: 'CSV for spreadsheets',
  description: 'A table to look at: what would become a formula gets an apostrophe, which changes it.',
  kind: 'file',
  extension: 'csv',
  format: {
    name: 'a table for spreadsheets',
    carries: HEADS.map(([, column]) => column).filter((column) => isAttribute(column)),
    misfit,
    write: (cookies) => chunks(rows(cookies)),
  },
  stages: () => [],
});

function* rows(cookies: Iterable<Cookie>): Iterable<ByteString> {
  yield BYTE_ORDER_MARK + row(HEADS.map(([head]) => head));
  for (const cookie of cookies) yield row(HEADS.map(([, column]) => tameFormula(cellOf(cookie, column))));
}

/** Every cell stands in quotation marks (OWASP). */
function row(cells: readonly ByteString[]): ByteString {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
}

function cellOf(cookie: Cookie, column: Column): ByteString {
  const { expiryTime } = cookie;
  const isDate = expiryTime !== undefined && expiryTime >= 0 && expiryTime <= LAST;
  if (column !== 'expiryTime' || !isDate) return saidOf(cookie, column) ?? '';
  return new Date(expiryTime * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

function misfit(cookie: Cookie): Misfit | undefined {
  if (!HEADS.some(([, column]) => isFormula(cellOf(cookie, column)))) return undefined;
  return {
    code: 'entry-changed',
    message:
      'What begins with = + - @ gets an apostrophe before it, so that no spreadsheet takes it for a formula.',
  };
}

function isAttribute(column: Column): column is Attribute {
  return column !== 'crossSite' && column !== 'subdomains';
}

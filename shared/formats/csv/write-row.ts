import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import { secondsOf, statedDomain } from '../json/json-shape.ts';
import { rawCells, writtenCell } from './cells.ts';
import type { Column } from './columns.ts';
import { readRow, type RowReading } from './read-row.ts';

/** A row with this cookie; of the old row what the cookie did not change, and what nobody knows. */
export function writtenRow(cookie: Cookie, reading: RowReading, old?: ByteString): ByteString {
  const { columns, dialect } = reading;
  const before = old === undefined ? undefined : readRow(old, reading);
  const raw = old === undefined ? [] : (rawCells(old, dialect) ?? []);
  const cells = columns.map((column, at) => {
    const there = raw[at] ?? '';
    if (column === undefined) return there;
    const text = saidOf(cookie, column);
    const isSame = typeof before === 'object' && at < raw.length && saidOf(before, column) === text;
    if (isSame) return there;
    return text === undefined ? '' : writtenCell(text, dialect);
  });
  return cells.join(dialect.delimiter);
}

/** What a column says of a cookie. */
export function saidOf(cookie: Cookie, column: Column): ByteString | undefined {
  const { extras = {} } = cookie;
  switch (column) {
    case 'name':
    case 'value':
    case 'path':
      return cookie[column];
    case 'domain':
      return statedDomain(cookie);
    case 'hostOnly':
    case 'secureOnly':
    case 'httpOnly':
      return String(cookie[column]);
    case 'subdomains':
      return String(!cookie.hostOnly);
    case 'expiryTime':
      return cookie.expiryTime === undefined ? undefined : secondsOf(cookie.expiryTime);
    case 'partitionKey':
      return extras.partitionKey?.topLevelSite;
    case 'crossSite':
      return asText(extras.partitionKey?.hasCrossSiteAncestor);
    default:
      return asText(extras[column]);
  }
}

function asText(value: string | number | boolean | undefined): ByteString | undefined {
  return value === undefined ? undefined : String(value);
}

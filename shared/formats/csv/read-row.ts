import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie, CookieExtras, EpochSeconds, PartitionKey } from '../../cookie/cookie.ts';
import { parseCookieDate } from '../../cookie/parse-cookie-date.ts';
import { parseIsoTime } from '../../cookie/parse-iso-time.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { expiryTimeOf, sameSiteOf } from '../json/cookie-fields.ts';
import { extrasOf, priorityOf } from '../../cookie/extras-of.ts';
import { type Dialect, rawCells } from './cells.ts';
import type { Columns } from './columns.ts';
import { RowCells } from './row-cells.ts';

/** How the rows of a table are read. */
export interface RowReading {
  readonly dialect: Dialect;
  readonly columns: Columns;
  /** As Crumbs wrote it: times in seconds, an empty path is one. Else times as all sorts of programs write them. */
  readonly exact: boolean;
}

/** The cookie of a row, or why it is none. */
export function readRow(
  record: ByteString,
  { dialect, columns, exact }: RowReading,
): Cookie | UnparsedReason {
  const raw = rawCells(record, dialect);
  if (raw === undefined) return 'cells-differ';
  const cells = new RowCells(columns, raw, dialect);
  const cookie = cookieOf(cells, exact);
  if (cells.problem !== undefined) return cells.problem;
  return /^\.*$/.test(cookie.domain) ? 'no-domain' : cookie;
}

function cookieOf(cells: RowCells, exact: boolean): Cookie {
  const domain = cells.needed('domain');
  const subdomains = cells.flag('subdomains');
  const hostOnly =
    cells.flag('hostOnly') ?? (subdomains === undefined ? !domain.startsWith('.') : !subdomains);
  const expiryTime = timeOf(cells, 'expiryTime', exact);
  return {
    name: cells.needed('name'),
    value: cells.needed('value'),
    domain: hostOnly ? domain : domain.replace(/^\./, ''),
    hostOnly,
    path: cells.text('path') ?? (exact ? '' : '/'),
    secureOnly: cells.flag('secureOnly') ?? false,
    httpOnly: cells.flag('httpOnly') ?? false,
    ...(expiryTime !== undefined && { expiryTime: expiryTimeOf(expiryTime) }),
    ...extrasOf({
      sameSite: sameSiteOf(cells.word('sameSite')),
      partitionKey: partitionKeyOf(cells),
      storeId: cells.text('storeId'),
      priority: priorityOf(cells.word('priority')),
      sourceScheme: SCHEMES.get(cells.word('sourceScheme')),
      sourcePort: cells.number('sourcePort'),
      creationTime: timeOf(cells, 'creationTime', exact),
      lastAccessTime: timeOf(cells, 'lastAccessTime', exact),
    }),
  };
}

const SCHEMES: ReadonlyMap<string, NonNullable<CookieExtras['sourceScheme']>> = new Map([
  ['unset', 'unset'],
  ['non-secure', 'non-secure'],
  ['nonsecure', 'non-secure'],
  ['secure', 'secure'],
]);

function partitionKeyOf(cells: RowCells): PartitionKey | undefined {
  const topLevelSite = cells.text('partitionKey');
  if (topLevelSite === undefined) return undefined;
  const hasCrossSiteAncestor = cells.flag('crossSite');
  return { topLevelSite, ...(hasCrossSiteAncestor !== undefined && { hasCrossSiteAncestor }) };
}

/** In milliseconds from here on: seconds of the year 5138. */
const MILLISECONDS = 1e11;
/** In microseconds from here on. */
const MICROSECONDS = 1e14;
/** Chromium counts microseconds from 1601 on: for the years from 1980 to 2400 those are between these. */
const WEBKIT = [1.196e16, 2.522e16] as const;
const SECONDS_FROM_1601_TO_1970 = 11_644_473_600;

function timeOf(
  cells: RowCells,
  column: 'expiryTime' | 'creationTime' | 'lastAccessTime',
  exact: boolean,
): EpochSeconds | undefined {
  if (exact) return cells.number(column);
  const text = cells.text(column)?.trim() ?? '';
  if (/^(?:|session|-1|0|never|null|undefined)$/i.test(text)) return undefined;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return secondsOf(Number(text));
  const utc = text.replace(/ UTC$/i, 'Z').replace(/^(\S+) (\S+)Z$/, '$1T$2Z');
  return parseIsoTime(utc) ?? parseCookieDate(withSeconds(text)) ?? cells.fail('field-wrong-type');
}

function secondsOf(time: number): EpochSeconds {
  if (time >= WEBKIT[0] && time <= WEBKIT[1]) return time / 1e6 - SECONDS_FROM_1601_TO_1970;
  if (time >= MICROSECONDS) return time / 1e6;
  return time >= MILLISECONDS ? time / 1e3 : time;
}

/** `3 March 2027, 10:00 UTC`, as tables that were copied from Crumbs have it: a cookie date asks for seconds. */
function withSeconds(text: string): string {
  return text.replace(/(?<![\d:])(\d\d?:\d\d)(?![\d:])/, '$1:00');
}

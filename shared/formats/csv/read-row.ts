import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie, CookieExtras, EpochSeconds, PartitionKey } from '../../cookie/cookie.ts';
import { parseAnyTime } from '../../cookie/parse-any-time.ts';
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

function timeOf(
  cells: RowCells,
  column: 'expiryTime' | 'creationTime' | 'lastAccessTime',
  exact: boolean,
): EpochSeconds | undefined {
  if (exact) return cells.number(column);
  const time = parseAnyTime(cells.text(column) ?? '');
  return time === 'none' ? undefined : (time ?? cells.fail('field-wrong-type'));
}

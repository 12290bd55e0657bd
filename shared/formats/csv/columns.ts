import { displayText, type ByteString } from '../../cookie/byte-string.ts';
import { ATTRIBUTES } from '../../cookie/cookie.ts';

/** What a column of a table can say of a cookie: an attribute, or how others spell two of them. */
export const COLUMNS = [...ATTRIBUTES, 'subdomains', 'crossSite'] as const;
export type Column = (typeof COLUMNS)[number];

/** What each column of a table says; nothing where that is not known or another column says it already. */
export type Columns = readonly (Column | undefined)[];

/** The columns of a file that Crumbs writes, in their order. */
export const CANONICAL: readonly Column[] = ATTRIBUTES.flatMap((attribute): readonly Column[] =>
  attribute === 'partitionKey' ? [attribute, 'crossSite'] : [attribute],
);

/** Without them there is no cookie. */
const NEEDED: readonly Column[] = ['name', 'value', 'domain'];

/** How programs and people head a column, in small letters and digits alone. */
const SPELLINGS: ReadonlyMap<string, Column> = new Map(
  Object.entries({
    name: 'name cookie cookiename key',
    value: 'value cookievalue content',
    domain: 'domain host hostkey hostname site domainname',
    hostOnly: 'hostonly',
    subdomains: 'subdomains includesubdomains flag',
    path: 'path',
    secureOnly: 'secure issecure secureonly',
    httpOnly: 'httponly ishttponly',
    expiryTime: 'expirytime expiry expires expiration expirationdate expirestime expiresutc expiresmaxage',
    sameSite: 'samesite',
    partitionKey: 'partitionkey partitionkeysite toplevelsite',
    crossSite: 'crosssite hascrosssiteancestor',
    storeId: 'storeid store container',
    priority: 'priority',
    sourceScheme: 'sourcescheme',
    sourcePort: 'sourceport',
    creationTime: 'creationtime creation created creationutc',
    lastAccessTime: 'lastaccesstime lastaccess lastaccessed lastaccessutc',
  } satisfies Record<Column, string>).flatMap(([column, words]) =>
    words.split(' ').map((word) => [word, asColumn(column)] as const),
  ),
);

/** The column of this name. */
export function columnNamed(name: string): Column | undefined {
  return COLUMNS.find((column) => column.toLowerCase() === name.toLowerCase());
}

/** What each column says, by the names above them. */
export function columnsOf(headers: readonly ByteString[]): Columns {
  const seen = new Set<Column>();
  return headers.map((header) => {
    const column = SPELLINGS.get(
      displayText(header)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ''),
    );
    if (column === undefined || seen.has(column)) return undefined;
    seen.add(column);
    return column;
  });
}

/** Do these columns make cookies? */
export function makeCookies(columns: Columns): boolean {
  return NEEDED.every((column) => columns.includes(column));
}

/** Do they hold all that there is to say of a cookie? */
export function areWhole(columns: Columns): boolean {
  return CANONICAL.every((column) => columns.includes(column));
}

function asColumn(name: string): Column {
  const column = columnNamed(name);
  if (column === undefined) throw new Error('every spelling is of a column');
  return column;
}

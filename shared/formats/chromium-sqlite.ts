import type { Cookie, CookieExtras, EpochSeconds } from '../cookie/cookie.ts';
import { ATTRIBUTES } from '../cookie/cookie.ts';
import { extrasOf } from '../cookie/extras-of.ts';
import type { UnparsedReason } from '../table/columns.ts';
import { readStoreTable, type StoreTable, type Unreadable } from './databases/store-table.ts';
import { type ImageRow, tableOf } from './databases/table-image.ts';
import type { ImportFormat } from './format.ts';

/** A column that the host adds: 1 where the value is encrypted with a key that only the browser has. */
export const UNREADABLE = 'value_unreadable';

/** `Cookies`, all schemas so far: up to the ninth, columns had names without `is_`. */
export const chromiumTable: StoreTable = {
  name: 'cookies',
  texts: ['host_key', 'name', 'value', 'encrypted_value', 'path', 'top_frame_site_key'],
  numbers: [
    'creation_utc',
    'expires_utc',
    'last_access_utc',
    'has_expires',
    'is_secure',
    'secure',
    'is_httponly',
    'httponly',
    'samesite',
    'firstpartyonly',
    'priority',
    'source_scheme',
    'source_port',
    'has_cross_site_ancestor',
  ],
  needed: [
    ['host_key'],
    ['name'],
    ['value'],
    ['path'],
    ['expires_utc'],
    ['is_secure', 'secure'],
    ['is_httponly', 'httponly'],
  ],
  newest: 24,
};

/** 1601-01-01, from which Chromium counts microseconds, in seconds before 1970. */
const EPOCH = 11_644_473_600;

const PRIORITIES = ['low', 'medium', 'high'] as const;
const SCHEMES = ['unset', 'non-secure', 'secure'] as const;

/** The store of Chromium and all that is made of it. */
export const chromiumSqlite: ImportFormat = {
  kind: 'import',
  binary: true,
  id: 'chromium-sqlite',
  name: 'Chromium cookie store',
  extensions: ['sqlite', 'db'],
  carries: ATTRIBUTES.filter((attribute) => attribute !== 'storeId'),
  detect: ({ head }) => tableOf(head) === chromiumTable.name,
  read: (source, sink, strings) => readStoreTable({ source, sink, strings }, chromiumTable, entryOf),
};

/** Stands where the value would in what is shown of a row. */
const ENCRYPTED = 'encrypted';

function entryOf(row: ImageRow): Cookie | Unreadable | UnparsedReason {
  const host = row.text('host_key');
  const name = row.text('name');
  const isEncrypted = row.number(UNREADABLE) === 1;
  const value = isEncrypted ? ENCRYPTED : row.text('value');
  if (host === undefined || /^\.*$/.test(host)) return 'no-domain';
  if (name === undefined) return 'field-missing';
  if (value === undefined) return 'field-missing';
  const expiryTime = row.number('has_expires') === 0 ? undefined : secondsOf(row.number('expires_utc'));
  const port = row.number('source_port') ?? -1;
  const cookie: Cookie = {
    name,
    value,
    domain: host.replace(/^\./, ''),
    hostOnly: !host.startsWith('.'),
    path: row.text('path') ?? '',
    secureOnly: (row.number('is_secure') ?? row.number('secure')) === 1,
    httpOnly: (row.number('is_httponly') ?? row.number('httponly')) === 1,
    ...(expiryTime !== undefined && { expiryTime }),
    ...extrasOf({
      sameSite: sameSiteOf(row),
      partitionKey: partitionKeyOf(row),
      priority: PRIORITIES[row.number('priority') ?? -1],
      sourceScheme: SCHEMES[row.number('source_scheme') ?? -1],
      sourcePort: port < 0 ? undefined : port,
      creationTime: secondsOf(row.number('creation_utc')),
      lastAccessTime: secondsOf(row.number('last_access_utc')),
    }),
  };
  return isEncrypted ? { reason: 'value-encrypted', shown: cookie } : cookie;
}

function partitionKeyOf(row: ImageRow): CookieExtras['partitionKey'] {
  const topLevelSite = row.text('top_frame_site_key') ?? '';
  const ancestor = row.number('has_cross_site_ancestor');
  if (topLevelSite === '') return undefined;
  return { topLevelSite, ...(ancestor !== undefined && { hasCrossSiteAncestor: ancestor === 1 }) };
}

/** In the old column 0 stood for none given; in the new one -1 does, and 3, which is no more. */
function sameSiteOf(row: ImageRow): CookieExtras['sameSite'] {
  const old = row.number('firstpartyonly');
  const stored = old === 0 ? undefined : (row.number('samesite') ?? old);
  if (stored === 0) return 'none';
  if (stored === 1) return 'lax';
  return stored === 2 ? 'strict' : undefined;
}

/** Microseconds since 1601; 0 stands for none. */
function secondsOf(microseconds: number | undefined): EpochSeconds | undefined {
  return microseconds === undefined || microseconds <= 0 ? undefined : Math.floor(microseconds / 1e6) - EPOCH;
}

import type { ByteString } from '../cookie/byte-string.ts';
import { type Cookie, type CookieExtras, type EpochSeconds, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import { extrasOf } from '../cookie/extras-of.ts';
import type { UnparsedReason } from '../table/columns.ts';
import { originAttributes } from './databases/origin-attributes.ts';
import { readStoreTable, type StoreTable } from './databases/store-table.ts';
import { type ImageRow, tableOf } from './databases/table-image.ts';
import type { ImportFormat } from './format.ts';

/** `cookies.sqlite`, schemas 4 to 17. */
export const firefoxTable: StoreTable = {
  name: 'moz_cookies',
  texts: ['name', 'value', 'host', 'path', 'originAttributes'],
  numbers: [
    'expiry',
    'lastAccessed',
    'creationTime',
    'isSecure',
    'isHttpOnly',
    'sameSite',
    'rawSameSite',
    'schemeMap',
  ],
  needed: [['name'], ['value'], ['host'], ['path'], ['expiry'], ['isSecure'], ['isHttpOnly']],
  newest: 17,
};

/** From this schema on expiries are in milliseconds, and an absent SameSite has a number of its own one schema earlier. */
const MILLISECONDS = 16;
const UNSET = 15;
/** No time of a cookie that is stored in milliseconds is before 1973; one in seconds is beyond the year 5138 there. */
const LEAST_MILLISECONDS = 1e11;
/** Seconds past the year 33658 are milliseconds that a newer Firefox wrote before the profile went back to an older one. */
const MOST_SECONDS = 1e12;
const MOST_MILLISECONDS = 1e14;

const HTTP = 1;
const HTTPS = 2;

/** Firefox's own store. Session cookies are not in it: Firefox keeps them elsewhere. */
export const firefoxSqlite: ImportFormat = {
  kind: 'import',
  binary: true,
  id: 'firefox-sqlite',
  name: 'Firefox cookie store',
  extensions: ['sqlite'],
  carries: [
    ...USUAL_ATTRIBUTES,
    'sameSite',
    'partitionKey',
    'storeId',
    'sourceScheme',
    'creationTime',
    'lastAccessTime',
  ],
  detect: ({ head }) => tableOf(head) === firefoxTable.name,
  read: (source, sink, strings) => readStoreTable({ source, sink, strings }, firefoxTable, entryOf),
};

function entryOf(row: ImageRow, version: number): Cookie | UnparsedReason {
  const host = row.text('host');
  const name = row.text('name');
  const value = row.text('value');
  const expiry = row.number('expiry');
  if (name === undefined || value === undefined || expiry === undefined) return 'field-missing';
  if (host === undefined || /^\.*$/.test(host)) return 'no-domain';
  const suffix: ByteString = row.text('originAttributes') ?? '';
  return {
    name,
    value,
    domain: host.replace(/^\./, ''),
    hostOnly: !host.startsWith('.'),
    path: row.text('path') ?? '',
    secureOnly: row.number('isSecure') === 1,
    httpOnly: row.number('isHttpOnly') === 1,
    expiryTime: expiryOf(expiry, version),
    ...extrasOf({
      sameSite: sameSiteOf(row, version),
      ...(suffix !== '' && originAttributes(suffix)),
      sourceScheme: schemeOf(row.number('schemeMap')),
      creationTime: secondsOf(row.number('creationTime')),
      lastAccessTime: secondsOf(row.number('lastAccessed')),
    }),
  };
}

function expiryOf(expiry: number, version: number): EpochSeconds {
  const size = Math.abs(expiry);
  const milliseconds =
    version >= MILLISECONDS ? size >= LEAST_MILLISECONDS : size >= MOST_SECONDS && size < MOST_MILLISECONDS;
  return milliseconds ? Math.floor(expiry / 1000) : expiry;
}

/** Before an absent SameSite had a number of its own, 0 stood for it and for None, and what was sent was in `rawSameSite`. */
function sameSiteOf(row: ImageRow, version: number): CookieExtras['sameSite'] {
  const stored = row.number('rawSameSite') ?? row.number('sameSite');
  if (stored === 0 && version >= UNSET) return 'none';
  if (stored === 1) return 'lax';
  return stored === 2 ? 'strict' : undefined;
}

function schemeOf(map: number | undefined): CookieExtras['sourceScheme'] {
  if (map === HTTPS) return 'secure';
  return map === HTTP ? 'non-secure' : undefined;
}

/** Microseconds since 1970; 0 stands for none. */
function secondsOf(microseconds: number | undefined): EpochSeconds | undefined {
  return microseconds === undefined || microseconds <= 0 ? undefined : Math.floor(microseconds / 1e6);
}

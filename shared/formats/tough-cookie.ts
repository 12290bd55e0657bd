import type { Cookie } from '../cookie/cookie.ts';
import { expiryTimeOf } from './json/cookie-fields.ts';
import { isoTimeMisfit, isoTimeText } from './json/iso-time.ts';
import { jsonFormat } from './json/json-format.ts';
import { indentedLayout, type EntryMembers } from './json/json-shape.ts';
import { quoteJson } from './json/json-text.ts';
import { readToughCookie, TOUGH_COOKIE_CARRIES } from './json/tough-cookie-entry.ts';

const BEFORE = `{
  "version": "tough-cookie@6.1.0",
  "storeType": "MemoryCookieStore",
  "rejectPublicSuffixes": true,
  "enableLooseMode": false,
  "allowSpecialUseDomain": true,
  "prefixSecurity": "silent",
  "cookies": [`;

function members(cookie: Cookie): EntryMembers {
  const { expiryTime, extras = {} } = cookie;
  const { sameSite, creationTime, lastAccessTime } = extras;
  return [
    ['key', quoteJson(cookie.name)],
    ['value', quoteJson(cookie.value)],
    ...(expiryTime === undefined ? [] : [['expires', isoTimeText(expiryTimeOf(expiryTime))] as const]),
    ['domain', quoteJson(cookie.domain.replace(/^\.+/, ''))],
    ['path', quoteJson(cookie.path)],
    ...(cookie.secureOnly ? [['secure', 'true'] as const] : []),
    ...(cookie.httpOnly ? [['httpOnly', 'true'] as const] : []),
    ['hostOnly', String(cookie.hostOnly)],
    ...(creationTime === undefined ? [] : [['creation', isoTimeText(creationTime)] as const]),
    ...(lastAccessTime === undefined ? [] : [['lastAccessed', isoTimeText(lastAccessTime)] as const]),
    ...(sameSite === undefined ? [] : [['sameSite', quoteJson(sameSite)] as const]),
  ];
}

/** A jar of tough-cookie, the cookie store of Node.js programs, as `CookieJar.serialize` gives it. */
export const toughCookie = jsonFormat({
  id: 'tough-cookie',
  name: 'tough-cookie jar',
  extensions: ['json'],
  carries: TOUGH_COOKIE_CARRIES,
  listKey: 'cookies',
  layout: indentedLayout('  ', 2, BEFORE, ']\n}\n'),
  claims: ({ rootKeys }) => rootKeys.has('storeType') && rootKeys.has('cookies'),
  supersedes: new Map([['maxAge', ['expires', 'creation']]]),
  read: readToughCookie,
  members,
  misfit: (cookie) => isoTimeMisfit(cookie, 'tough-cookie'),
});

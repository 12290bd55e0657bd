import { type Cookie, type EpochSeconds, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import { extrasOf } from '../cookie/extras-of.ts';
import { expiryTimeOf, sameSiteOf, type CookieFields } from './json/cookie-fields.ts';
import { isoTimeMisfit, isoTimeOf, isoTimeText } from './json/iso-time.ts';
import { jsonFormat } from './json/json-format.ts';
import { indentedLayout, type EntryMembers } from './json/json-shape.ts';
import { quoteJson } from './json/json-text.ts';

const BEFORE = `{
  "version": "tough-cookie@6.1.0",
  "storeType": "MemoryCookieStore",
  "rejectPublicSuffixes": true,
  "enableLooseMode": false,
  "allowSpecialUseDomain": true,
  "prefixSecurity": "silent",
  "cookies": [`;

function read(fields: CookieFields): Cookie {
  const hostOnly = fields.flag('hostOnly') ?? false;
  const domain = fields.text('domain') ?? '';
  const sameSite = sameSiteOf(fields.word('sameSite'));
  const creationTime = timeOf(fields, 'creation');
  const lastAccessTime = timeOf(fields, 'lastAccessed');
  const expiryTime = expiryOf(fields, creationTime);
  return {
    name: fields.text('key') ?? '',
    value: fields.text('value') ?? '',
    domain: hostOnly ? domain : domain.replace(/^\./, ''),
    hostOnly,
    path: fields.text('path') ?? '/',
    secureOnly: fields.flag('secure') ?? false,
    httpOnly: fields.flag('httpOnly') ?? false,
    ...(expiryTime !== undefined && { expiryTime: expiryTimeOf(expiryTime) }),
    ...extrasOf({ sameSite, creationTime, lastAccessTime }),
  };
}

/** `maxAge` counts from the creation and goes before `expires`; "Infinity" is a cookie without an end. */
function expiryOf(fields: CookieFields, creationTime: EpochSeconds | undefined): EpochSeconds | undefined {
  const endless = fields.word('maxAge');
  if (endless !== undefined) return endless === '-infinity' ? 0 : undefined;
  const maxAge = fields.number('maxAge');
  if (maxAge !== undefined && maxAge <= 0) return 0;
  if (maxAge !== undefined && creationTime !== undefined) return creationTime + maxAge;
  return timeOf(fields, 'expires');
}

/** "Infinity" is no moment. */
function timeOf(fields: CookieFields, key: string): EpochSeconds | undefined {
  const text = fields.text(key);
  if (text === undefined || text === 'Infinity') return undefined;
  return isoTimeOf(text) ?? fields.fail('field-wrong-type');
}

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
  carries: [...USUAL_ATTRIBUTES, 'sameSite', 'creationTime', 'lastAccessTime'],
  listKey: 'cookies',
  layout: indentedLayout('  ', 2, BEFORE, ']\n}\n'),
  claims: ({ rootKeys }) => rootKeys.has('storeType') && rootKeys.has('cookies'),
  supersedes: new Map([['maxAge', ['expires', 'creation']]]),
  read,
  members,
  misfit: (cookie) => isoTimeMisfit(cookie, 'tough-cookie'),
});

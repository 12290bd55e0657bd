import type { Cookie } from '../cookie/cookie.ts';
import { AUTOMATION_CARRIES, readAutomationCookie, sameSiteMember } from './json/automation-cookie.ts';
import type { CookieFields } from './json/cookie-fields.ts';
import { jsonFormat } from './json/json-format.ts';
import { dottedDomain, indentedLayout, secondsOf, type EntryMembers } from './json/json-shape.ts';
import { quoteJson } from './json/json-text.ts';

/** Playwright refuses a storage state with an expiry past the year 9999. */
const LAST_EXPIRY = 253402300799;

function read(fields: CookieFields): Cookie {
  const cookie = readAutomationCookie(fields, fields.number('expires'));
  const topLevelSite = fields.text('partitionKey');
  const hasCrossSiteAncestor = fields.flag('_crHasCrossSiteAncestor');
  if (topLevelSite === undefined) return cookie;
  const partitionKey = { topLevelSite, ...(hasCrossSiteAncestor !== undefined && { hasCrossSiteAncestor }) };
  return { ...cookie, extras: { ...cookie.extras, partitionKey } };
}

function members(cookie: Cookie): EntryMembers {
  const { expiryTime, extras } = cookie;
  const { topLevelSite, hasCrossSiteAncestor } = extras?.partitionKey ?? {};
  return [
    ['name', quoteJson(cookie.name)],
    ['value', quoteJson(cookie.value)],
    ['domain', quoteJson(dottedDomain(cookie))],
    ['path', quoteJson(cookie.path)],
    ['expires', expiryTime === undefined ? '-1' : secondsOf(Math.min(expiryTime, LAST_EXPIRY))],
    ['httpOnly', String(cookie.httpOnly)],
    ['secure', String(cookie.secureOnly)],
    ...sameSiteMember(cookie),
    ...(topLevelSite === undefined ? [] : [['partitionKey', quoteJson(topLevelSite)] as const]),
    ...(hasCrossSiteAncestor === undefined
      ? []
      : [['_crHasCrossSiteAncestor', String(hasCrossSiteAncestor)] as const]),
  ];
}

/** Playwright's storage state: `cookies`, and `origins` with local storage, which stay as they are. */
export const playwrightStorageState = jsonFormat({
  id: 'playwright-storage-state',
  name: 'Playwright storage state',
  extensions: ['json'],
  carries: [...AUTOMATION_CARRIES, 'partitionKey'],
  listKey: 'cookies',
  layout: indentedLayout('  ', 2, '{\n  "cookies": [', '],\n  "origins": []\n}'),
  claims: ({ root, rootKeys, entryKeys, hasEntries }) => {
    if (root !== 'object' || !rootKeys.has('cookies')) return false;
    if (
      ['cookieManagerVersion', '__meta__', 'storeType', 'log', 'encryptedPasskey'].some((key) =>
        rootKeys.has(key),
      )
    )
      return false;
    return (
      rootKeys.has('origins') ||
      (!hasEntries && !rootKeys.has('url')) ||
      (entryKeys.has('expires') && !entryKeys.has('size'))
    );
  },
  read,
  members,
  misfit: ({ expiryTime = 0 }) =>
    expiryTime > LAST_EXPIRY
      ? {
          code: 'entry-changed',
          message: 'Playwright takes no expiry past the year 9999: it is written as the end of 9999.',
        }
      : undefined,
});

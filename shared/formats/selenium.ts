import type { Cookie } from '../cookie/cookie.ts';
import { AUTOMATION_CARRIES, readAutomationCookie, sameSiteMember } from './json/automation-cookie.ts';
import { jsonFormat } from './json/json-format.ts';
import { dottedDomain, indentedLayout, secondsOf, type EntryMembers } from './json/json-shape.ts';
import { quoteJson } from './json/json-text.ts';

function members(cookie: Cookie): EntryMembers {
  const { expiryTime } = cookie;
  return [
    ['domain', quoteJson(dottedDomain(cookie))],
    ...(expiryTime === undefined ? [] : [['expiry', secondsOf(expiryTime)] as const]),
    ['httpOnly', String(cookie.httpOnly)],
    ['name', quoteJson(cookie.name)],
    ['path', quoteJson(cookie.path)],
    ...sameSiteMember(cookie),
    ['secure', String(cookie.secureOnly)],
    ['value', quoteJson(cookie.value)],
  ];
}

/** What the others have and WebDriver does not (W3C WebDriver §14). */
const FOREIGN = [
  'expirationDate',
  'hostOnly',
  'storeId',
  'expires',
  'size',
  'sourceScheme',
  'partitionKeyOpaque',
];

/** The cookies of Selenium and WebDriver: `expiry` in whole seconds, absent for a session cookie. */
export const selenium = jsonFormat({
  id: 'selenium',
  name: 'Selenium cookies',
  extensions: ['json'],
  carries: AUTOMATION_CARRIES,
  layout: indentedLayout('  ', 1, '[', ']'),
  claims: ({ root, entryKeys }) => {
    if (root !== 'array' || !entryKeys.has('name') || !entryKeys.has('value')) return false;
    if (entryKeys.has('expiry')) return !entryKeys.has('expirationDate');
    return entryKeys.has('domain') && !FOREIGN.some((key) => entryKeys.has(key));
  },
  read: (fields) => readAutomationCookie(fields, fields.number('expiry')),
  members,
});

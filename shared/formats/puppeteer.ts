import type { Cookie, CookieExtras } from '../cookie/cookie.ts';
import { AUTOMATION_CARRIES, readAutomationCookie, sameSiteMember } from './json/automation-cookie.ts';
import type { CookieFields } from './json/cookie-fields.ts';
import { jsonFormat } from './json/json-format.ts';
import { dottedDomain, indentedLayout, secondsOf, type EntryMembers } from './json/json-shape.ts';
import { quoteJson, type JsonText } from './json/json-text.ts';
import { extrasOf, partitionKeyObject } from './json/web-extension-cookie.ts';

const SCHEMES: ReadonlyMap<string, NonNullable<CookieExtras['sourceScheme']>> = new Map([
  ['unset', 'unset'],
  ['nonsecure', 'non-secure'],
  ['secure', 'secure'],
]);
const SCHEME_WORDS = { unset: '"Unset"', 'non-secure': '"NonSecure"', secure: '"Secure"' } as const;
const PRIORITY_WORDS = { low: '"Low"', medium: '"Medium"', high: '"High"' } as const;

function read(fields: CookieFields): Cookie {
  const session = fields.flag('session') ?? false;
  const expires = fields.number('expires');
  const cookie = readAutomationCookie(fields, session ? undefined : expires);
  const partitionKey = fields.partitionKey('partitionKey');
  const priority = fields.word('priority');
  const sourceScheme = SCHEMES.get(fields.word('sourceScheme') ?? '');
  const sourcePort = fields.number('sourcePort');
  const { extras, ...rest } = cookie;
  return {
    ...rest,
    ...extrasOf({
      ...extras,
      ...(partitionKey && { partitionKey }),
      ...((priority === 'low' || priority === 'medium' || priority === 'high') && { priority }),
      ...(sourceScheme && { sourceScheme }),
      ...(sourcePort !== undefined && { sourcePort }),
    }),
  };
}

function* members(cookie: Cookie): Iterable<readonly [string, JsonText]> {
  const { expiryTime } = cookie;
  const { partitionKey, priority, sourceScheme, sourcePort } = cookie.extras ?? {};
  yield ['name', quoteJson(cookie.name)];
  yield ['value', quoteJson(cookie.value)];
  yield ['domain', quoteJson(dottedDomain(cookie))];
  yield ['path', quoteJson(cookie.path)];
  yield ['expires', expiryTime === undefined ? '-1' : secondsOf(expiryTime)];
  yield ['size', String(cookie.name.length + cookie.value.length)];
  yield ['httpOnly', String(cookie.httpOnly)];
  yield ['secure', String(cookie.secureOnly)];
  yield ['session', String(expiryTime === undefined)];
  yield* sameSiteMember(cookie);
  if (priority !== undefined) yield ['priority', PRIORITY_WORDS[priority]];
  if (sourceScheme !== undefined) yield ['sourceScheme', SCHEME_WORDS[sourceScheme]];
  if (sourcePort !== undefined) yield ['sourcePort', String(sourcePort)];
  if (partitionKey !== undefined) yield ['partitionKey', partitionKeyObject(partitionKey)];
}

/** The cookies of Puppeteer and of the DevTools protocol; a list of Playwright's cookies alone has the same shape. */
export const puppeteer = jsonFormat({
  id: 'puppeteer',
  name: 'Puppeteer cookies',
  extensions: ['json'],
  carries: [...AUTOMATION_CARRIES, 'partitionKey', 'priority', 'sourceScheme', 'sourcePort'],
  layout: indentedLayout('  ', 1, '[', ']'),
  claims: ({ root, entryKeys }) => {
    if (root !== 'array' || !entryKeys.has('name') || !entryKeys.has('value')) return false;
    if (['expirationDate', 'hostOnly', 'storeId', 'expiry'].some((key) => entryKeys.has(key))) return false;
    return ['expires', 'size', 'sourceScheme', 'partitionKeyOpaque'].some((key) => entryKeys.has(key));
  },
  read,
  members: (cookie): EntryMembers => [...members(cookie)],
});

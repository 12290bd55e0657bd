import type { Attribute, Cookie, CookieExtras } from '../../cookie/cookie.ts';
import { extrasOf, priorityOf } from '../../cookie/extras-of.ts';
import { AUTOMATION_CARRIES, readAutomationCookie, sameSiteMember } from './automation-cookie.ts';
import type { CookieFields } from './cookie-fields.ts';
import { dottedDomain, secondsOf, type EntryMembers } from './json-shape.ts';
import { quoteJson, type JsonText } from './json-text.ts';
import { partitionKeyObject } from './web-extension-cookie.ts';

/** What a cookie of the DevTools protocol says. */
export const PROTOCOL_CARRIES: readonly Attribute[] = [
  ...AUTOMATION_CARRIES,
  'partitionKey',
  'priority',
  'sourceScheme',
  'sourcePort',
];

const SCHEMES: ReadonlyMap<string, NonNullable<CookieExtras['sourceScheme']>> = new Map([
  ['unset', 'unset'],
  ['nonsecure', 'non-secure'],
  ['secure', 'secure'],
]);
const SCHEME_WORDS = { unset: '"Unset"', 'non-secure': '"NonSecure"', secure: '"Secure"' } as const;
const PRIORITY_WORDS = { low: '"Low"', medium: '"Medium"', high: '"High"' } as const;

/** Reads `Network.Cookie`: -1 or `session` for a session cookie. */
export function readProtocolCookie(fields: CookieFields): Cookie {
  const session = fields.flag('session') ?? false;
  const expires = fields.number('expires');
  const cookie = readAutomationCookie(fields, session ? undefined : expires);
  const partitionKey = fields.partitionKey('partitionKey');
  const priority = priorityOf(fields.word('priority'));
  const sourceScheme = SCHEMES.get(fields.word('sourceScheme') ?? '');
  const sourcePort = fields.number('sourcePort');
  const { extras, ...rest } = cookie;
  return {
    ...rest,
    ...extrasOf({
      ...extras,
      partitionKey,
      priority,
      sourceScheme,
      sourcePort,
    }),
  };
}

/** The members of `Network.Cookie` in the order in which Chromium gives them. */
export function protocolMembers(cookie: Cookie): EntryMembers {
  return [...members(cookie)];
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

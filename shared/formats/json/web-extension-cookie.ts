import { type Attribute, type Cookie, type CookieExtras, USUAL_ATTRIBUTES } from '../../cookie/cookie.ts';
import { extrasOf } from '../../cookie/extras-of.ts';
import { expiryTimeOf, sameSiteOf, type CookieFields } from './cookie-fields.ts';
import { statedDomain, secondsOf, type EntryMembers } from './json-shape.ts';
import { compactObject, quoteJson, type JsonText } from './json-text.ts';
import type { Outline } from './outline.ts';

/** What a cookie of the browsers' `cookies` interface for extensions says. */
export const WEB_EXTENSION_CARRIES: readonly Attribute[] = [
  ...USUAL_ATTRIBUTES,
  'sameSite',
  'partitionKey',
  'storeId',
];

/** The stores that a browser calls its ordinary one: Chromium's and Firefox's. They count as no store. */
const ORDINARY_STORES: ReadonlySet<string> = new Set(['0', 'firefox-default']);

/** The store of a cookie unless it is the ordinary one. */
export function storeOf(storeId: string | undefined): string | undefined {
  return storeId === undefined || ORDINARY_STORES.has(storeId) ? undefined : storeId;
}

/** Whether a list of objects is one of the extensions' interface: only there are expiries and host-only so called. */
export function claimsWebExtension({ root, entryKeys }: Outline): boolean {
  if (root !== 'array' || !entryKeys.has('name') || !entryKeys.has('domain')) return false;
  if (entryKeys.has('hostOnly') && entryKeys.has('expires') && !entryKeys.has('expirationDate')) return false;
  return ['expirationDate', 'hostOnly', 'storeId'].some((key) => entryKeys.has(key));
}

/** Reads `chrome.cookies.Cookie`: the expiry is in seconds with a fraction, absent for a session cookie. */
export function readWebExtensionCookie(fields: CookieFields): Cookie {
  const domain = fields.requiredText('domain');
  const hostOnly = fields.flag('hostOnly');
  const session = fields.flag('session') ?? false;
  const expirationDate = fields.number('expirationDate');
  const sameSite = sameSiteOf(fields.word('sameSite'));
  const partitionKey = fields.partitionKey('partitionKey');
  const contradicts = hostOnly === true && domain.startsWith('.');
  return {
    name: fields.requiredText('name'),
    value: fields.requiredText('value'),
    domain: contradicts ? domain : domain.replace(/^\./, ''),
    hostOnly: hostOnly ?? !domain.startsWith('.'),
    path: fields.text('path') ?? '/',
    secureOnly: fields.flag('secure') ?? false,
    httpOnly: fields.flag('httpOnly') ?? false,
    ...(expirationDate !== undefined && !session && { expiryTime: expiryTimeOf(expirationDate) }),
    ...extrasOf({ sameSite, partitionKey, storeId: storeOf(fields.text('storeId')) }),
  };
}

/** How a program spells what the interface leaves open; absent leaves the key away. */
export interface WebExtensionStyle {
  readonly noSameSite?: JsonText;
  readonly noStore: JsonText;
}

/** The members of `chrome.cookies.Cookie` in the order in which Chromium gives them. */
export function webExtensionMembers(cookie: Cookie, style: WebExtensionStyle): EntryMembers {
  const { expiryTime, extras } = cookie;
  const { sameSite, partitionKey, storeId } = extras ?? {};
  const word = sameSite === 'none' ? 'no_restriction' : sameSite;
  const sameSiteText = word === undefined ? style.noSameSite : quoteJson(word);
  return [
    ['domain', quoteJson(statedDomain(cookie))],
    ...(expiryTime === undefined ? [] : [['expirationDate', secondsOf(expiryTime)] as const]),
    ['hostOnly', String(cookie.hostOnly)],
    ['httpOnly', String(cookie.httpOnly)],
    ['name', quoteJson(cookie.name)],
    ...(partitionKey === undefined ? [] : [['partitionKey', partitionKeyObject(partitionKey)] as const]),
    ['path', quoteJson(cookie.path)],
    ...(sameSiteText === undefined ? [] : [['sameSite', sameSiteText] as const]),
    ['secure', String(cookie.secureOnly)],
    ['session', String(expiryTime === undefined)],
    ['storeId', storeId === undefined ? style.noStore : quoteJson(storeId)],
    ['value', quoteJson(cookie.value)],
  ];
}

/** `{ topLevelSite, hasCrossSiteAncestor }`, as extensions and the DevTools protocol spell it. */
export function partitionKeyObject(key: NonNullable<CookieExtras['partitionKey']>): JsonText {
  const { topLevelSite, hasCrossSiteAncestor } = key;
  return compactObject([
    ['topLevelSite', quoteJson(topLevelSite)],
    ...(hasCrossSiteAncestor === undefined
      ? []
      : [['hasCrossSiteAncestor', String(hasCrossSiteAncestor)] as const]),
  ]);
}

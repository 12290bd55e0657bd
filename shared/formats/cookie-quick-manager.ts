import type { ByteString } from '../cookie/byte-string.ts';
import { type Cookie, type EpochSeconds, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import { expiryTimeOf, sameSiteOf, type CookieFields } from './json/cookie-fields.ts';
import { jsonFormat } from './json/json-format.ts';
import { statedDomain, secondsOf, type EntryMembers } from './json/json-shape.ts';
import { quoteJson } from './json/json-text.ts';
import { extrasOf } from '../cookie/extras-of.ts';
import { storeOf } from './json/web-extension-cookie.ts';

/** The last second that the extension's date has a spelling for. */
const LAST_DATE: EpochSeconds = 253402300799;

function read(fields: CookieFields): Cookie {
  const host = hostOf(fields.requiredText('Host raw'));
  const hostOnly = flag(fields, 'This domain only raw');
  const contradicts = hostOnly === true && host.startsWith('.');
  const expiry = fields.text('Expires raw') ?? '0';
  if (!/^\d+(?:\.\d+)?$/.test(expiry)) fields.fail('field-wrong-type');
  const sameSite = sameSiteOf(fields.word('SameSite raw'));
  return {
    name: fields.requiredText('Name raw'),
    value: fields.requiredText('Content raw'),
    domain: contradicts ? host : host.replace(/^\./, ''),
    hostOnly: hostOnly ?? !host.startsWith('.'),
    path: fields.text('Path raw') ?? '/',
    secureOnly: flag(fields, 'Send for raw') ?? false,
    httpOnly: flag(fields, 'HTTP only raw') ?? false,
    ...(Number(expiry) !== 0 && { expiryTime: expiryTimeOf(Number(expiry)) }),
    ...extrasOf({ sameSite, storeId: storeOf(fields.text('Store raw')) }),
  };
}

/** The host of `https://.example.com/`; a host that stands alone is taken as well. */
function hostOf(address: ByteString): ByteString {
  return /^(?:[a-z]+:\/\/)?([^/]*)/i.exec(address)?.[1] ?? '';
}

function flag(fields: CookieFields, key: string): boolean | undefined {
  const text = fields.text(key);
  if (text !== undefined && text !== 'true' && text !== 'false') fields.fail('field-wrong-type');
  return text === undefined ? undefined : text === 'true';
}

/** `DD-MM-YYYY hh:mm:ss` in UTC; the extension writes local time and reads only the raw seconds. */
function dateText(expiryTime: EpochSeconds | undefined): string {
  if (expiryTime === undefined) return 'At the end of the session';
  const [date = '', time = ''] = new Date(Math.min(Math.max(expiryTime, 1), LAST_DATE) * 1000)
    .toISOString()
    .split('T');
  return `${date.split('-').toReversed().join('-')} ${time.slice(0, 8)}`;
}

function members(cookie: Cookie): EntryMembers {
  const { expiryTime, extras } = cookie;
  const sameSite = extras?.sameSite === 'none' ? 'no_restriction' : extras?.sameSite;
  return [
    ['Host raw', quoteJson(`http${cookie.secureOnly ? 's' : ''}://${statedDomain(cookie)}/`)],
    ['Name raw', quoteJson(cookie.name)],
    ['Path raw', quoteJson(cookie.path)],
    ['Content raw', quoteJson(cookie.value)],
    ['Expires', quoteJson(dateText(expiryTime))],
    ['Expires raw', quoteJson(expiryTime === undefined ? '0' : secondsOf(expiryTime))],
    ['Send for', cookie.secureOnly ? '"Encrypted connections only"' : '"Any type of connection"'],
    ['Send for raw', quoteJson(String(cookie.secureOnly))],
    ['HTTP only raw', quoteJson(String(cookie.httpOnly))],
    ...(sameSite === undefined ? [] : [['SameSite raw', quoteJson(sameSite)] as const]),
    ['This domain only', cookie.hostOnly ? '"Valid for host only"' : '"Valid for subdomains"'],
    ['This domain only raw', quoteJson(String(cookie.hostOnly))],
    ['Store raw', quoteJson(extras?.storeId ?? 'firefox-default')],
    ['First Party Domain', '""'],
  ];
}

/** The JSON of Cookie Quick Manager (Firefox): every value is text, booleans and seconds as well. */
export const cookieQuickManager = jsonFormat({
  id: 'cookie-quick-manager',
  name: 'Cookie Quick Manager JSON',
  extensions: ['json'],
  carries: [...USUAL_ATTRIBUTES, 'sameSite', 'storeId'],
  layout: {
    before: '[',
    after: ']',
    list: { first: '', between: ',\n', last: '' },
    object: { first: '\n\t', between: ',\n\t', last: '\n' },
  },
  claims: ({ root, entryKeys }) =>
    root === 'array' && (entryKeys.has('Name raw') || entryKeys.has('Host raw')),
  read,
  members,
  misfit: ({ domain }) =>
    domain.includes('/')
      ? { code: 'entry-left-out', message: 'The domain cannot stand in an address.' }
      : undefined,
});

import { type Attribute, type Cookie, type EpochSeconds, USUAL_ATTRIBUTES } from '../../cookie/cookie.ts';
import { extrasOf } from '../../cookie/extras-of.ts';
import { expiryTimeOf, sameSiteOf, type CookieFields } from './cookie-fields.ts';
import { isoTimeOf } from './iso-time.ts';

/** What a cookie of tough-cookie says. */
export const TOUGH_COOKIE_CARRIES: readonly Attribute[] = [
  ...USUAL_ATTRIBUTES,
  'sameSite',
  'creationTime',
  'lastAccessTime',
];

/** The cookie of an entry, as `Cookie.toJSON` writes it: what has its usual value may be missing. */
export function readToughCookie(fields: CookieFields): Cookie {
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

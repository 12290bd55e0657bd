import { displayText } from './byte-string.ts';
import type { ByteString } from './byte-string.ts';
import { lowerCaseAscii } from './canonical-host.ts';
import type { Cookie } from './cookie.ts';
import { isIpAddress } from './ip-address.ts';
import { isSecretName, looksSecret } from './looks-secret.ts';
import { MASK } from './mask.ts';
import { hostParts } from './public-suffix.ts';

/**
 * Parts of an entry as they may be shown to people while its value may not. A line that lacks a column has its value in
 * another one, and some writers put `name=value` where the name belongs: whatever may be a value is `MASK` here.
 */

/** What is known beside the text itself. `doubtful`: the entry's columns do not hold what they should. */
export interface Surroundings {
  readonly doubtful: boolean;
}

/** Controls and blanks as they stand in UTF-8, and whatever parts a name from a value somewhere. */
const ENDS_NAME = /[\x00-\x20\x7f=;:,?|"<>{}\\]|\xc2[\x80-\xa0]|%(?:0[0-9A-F]|2[02C]|3[ABDF]|7[BC])/i;
const ENDS_PATH = /[\x00-\x20\x7f=;,?#"<>{}]|\xc2[\x80-\xa0]|%(?:0[0-9A-F]|2[023C]|3[BDF]|7[BC])/i;
const QUOTED = /^"([^"]+)"$/;

/**
 * A name as far as it is one: up to the first sign that parts it from a value. Beside an empty value it must be made of
 * letters, for a line that lacks the name has its value here.
 */
export function shownName(
  name: ByteString,
  { value, doubtful }: Surroundings & { readonly value: ByteString },
): string {
  if (name === '') return '';
  if (doubtful) return MASK;
  const inside = QUOTED.exec(name)?.[1];
  const [text, quote] = inside === undefined ? [name, ''] : [inside, '"'];
  const sure = upTo(text, ENDS_NAME);
  if (value === '' ? !/^[A-Za-z_.$[\]\x80-\xff-]{0,40}$/.test(sure) : isSecretName(sure, value)) return MASK;
  if (value === '' && (looksSecret(sure) || /(?:[a-z][A-Z].*){4}/.test(sure))) return MASK;
  return sure === text ? quote + displayText(sure) + quote : quote + displayText(sure) + MASK;
}

/** What is looked at of a cookie to tell whether its texts may be shown. */
export type ShowableCookie = Pick<Cookie, 'name' | 'value' | 'domain' | 'path' | 'doubtful'>;

/** A cookie's name as `shownName` gives it. */
export function shownCookieName(cookie: ShowableCookie): string {
  return shownName(cookie.name, { value: cookie.value, doubtful: isDoubtfulCookie(cookie) });
}

/** A cookie's domain as `shownDomain` gives it. */
export function shownCookieDomain(cookie: ShowableCookie): string {
  const isThin = cookie.name === '' || cookie.value === '';
  return shownDomain(cookie.domain, { doubtful: isThin || isDoubtfulCookie(cookie) });
}

function isDoubtfulCookie({ doubtful, ...cookie }: ShowableCookie): boolean {
  return doubtful === true || hasHostElsewhere(cookie);
}

/** Is another text a host and the domain perhaps none, as if the one stood in the place of the other? */
export function hasHostElsewhere(entry: Pick<Cookie, 'name' | 'value' | 'domain' | 'path'>): boolean {
  const { name, value, path, domain } = entry;
  const isHost = (text: ByteString): boolean => /^\.?[\w-]+(?:\.[\w-]+)+$/.test(text) && isCertainHost(text);
  return [value, name, path].some(isHost) && !isCertainHost(domain);
}

/** A domain, its leading full stops included, when it can be nothing else. */
export function shownDomain(domain: ByteString, { doubtful }: Surroundings): string {
  const host = bareHost(domain);
  const isPlain = !doubtful && /^[-\w.*:[\]\x80-\xff]{0,253}$/.test(host) && !looksSecret(host);
  return isPlain || host === '' || isCertainHost(domain) ? displayText(domain) : MASK;
}

/** Last labels that no public list has, and that networks and examples use. */
const OWN_SUFFIX =
  /\.(?:arpa|corp|example|home|internal|intranet|invalid|lan|local|localdomain|localhost|onion|test)$/i;

/** Is this an address, `localhost`, or a name below a suffix that is listed or in common use? */
export function isCertainHost(domain: ByteString): boolean {
  const host = bareHost(domain);
  if (isIpAddress(host.replace(/^\[(.*)\]$/, '$1')) || lowerCaseAscii(host) === 'localhost') return true;
  if (/^[0-9.]*$/.test(host)) return host.length <= 15 && host.includes('.');
  if (!host.includes('.') || !/^[-\w.*\x80-\xff]+$/.test(host)) return false;
  return OWN_SUFFIX.test(host) || hostParts(lowerCaseAscii(host)).suffixIsListed;
}

/** The host of a domain field, without what people write around it: a scheme, full stops, a port, a slash. */
function bareHost(domain: ByteString): ByteString {
  return domain
    .replace(/^[a-z]{2,8}:\/\//i, '')
    .replace(/\/$/, '')
    .replace(/(?<!:):[0-9]{1,5}$/, '')
    .replace(/^\.+|\.+$/g, '');
}

/** A path as far as it is one. Text that does not begin like a path may be anything. */
export function shownPath(path: ByteString): string {
  if (path === '' || /^(?:true|false)$/i.test(path)) return path;
  const inside = QUOTED.exec(path)?.[1];
  const [text, quote] = inside === undefined ? [path, ''] : [inside, '"'];
  if (!/^[/\\]/.test(text)) return MASK;
  const sure = upTo(text, ENDS_PATH);
  const shown = sure.split('/').map((part) => (isSecretName(part, '') ? MASK : displayText(part)));
  const rest = sure === text ? '' : MASK;
  return `${quote}${shown.join('/')}${rest}${rest === '' ? quote : ''}`;
}

/** Times in every spelling that was met, and words for none. */
const EXPIRY =
  /^\s*(?:[+-]?[\d_.]{0,21}(?:e\+?\d{1,3})?|session|never|none|null|n\/a|undefined|-?nan|[+-]?inf(?:inity)?|"?[\d:TZ. -]{8,24}"?|(?:[a-z]{3,9},? )?\d{1,2}[ -][a-z]{3,9}[ -]\d{2,4} [\d:]{5,8}(?: (?:GMT|UTC))?)\s*$/i;

/** Can this be what a line says of its expiry? */
export function isExpiryText(expiry: ByteString): boolean {
  return EXPIRY.test(expiry);
}

/** An expiry as the line spells it, when it is one. */
export function shownExpiry(expiry: ByteString): string {
  return isExpiryText(expiry) ? displayText(expiry) : MASK;
}

const FLAG = /^\s*(?:true|false|t|f|yes|no|y|n|on|off|0|1|secure|-)?\s*$/i;

/** Can this be one of the columns that say yes or no? */
export function isFlagText(flag: ByteString): boolean {
  return FLAG.test(flag);
}

/** A column that says yes or no, when it does. */
export function shownFlag(flag: ByteString): string {
  return isFlagText(flag) ? displayText(flag) : MASK;
}

function upTo(text: ByteString, end: RegExp): ByteString {
  const at = text.search(end);
  return at < 0 ? text : text.slice(0, at);
}

import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { computeExpiry } from '../../cookie/compute-expiry.ts';
import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { extrasOf, priorityOf } from '../../cookie/extras-of.ts';
import { SET_COOKIE_LINE } from '../../cookie/header-lines.ts';
import { parseSetCookie, trimBlanks } from '../../cookie/parse-set-cookie.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { canonicalDomain, canonicalPath } from '../canonical-line.ts';
import { expiryTimeOf } from '../json/cookie-fields.ts';
import { LAST_ISO_TIME } from '../json/iso-time.ts';
import type { NamedWord, WordTexts } from '../records/edited-words.ts';

/** What a header does not say itself. */
export interface HeaderPlace {
  readonly host: ByteString | undefined;
  readonly defaultPath: ByteString;
  /** When the response was sent. `Max-Age` counts from there; without it only an end in the past is known. */
  readonly date?: EpochSeconds | undefined;
}

const PRIORITY = /;[ \t]*priority[ \t]*=[ \t]*(low|medium|high)[ \t]*(?:;|$)/i;

/** The value of a `Set-Cookie` header from its line, or lines where it is folded (RFC 9112 §5.2). */
function headerValue(record: ByteString): ByteString {
  return trimBlanks(record.replace(SET_COOKIE_LINE, '').replace(/\r?\n[ \t]+/g, ' '));
}

/** The cookie that a header sets, as it says; what browsers would not store for another reason is still one. */
export function readSetCookie(record: ByteString, place: HeaderPlace): Cookie | UnparsedReason {
  const value = headerValue(record);
  const parsed = parseSetCookie(value);
  if ('refused' in parsed) {
    return parsed.refused === 'control-character' ? 'control-character' : 'refused-by-browsers';
  }
  const asked = parsed.domain?.replace(/^\./, '') ?? '';
  const domain = asked === '' ? place.host : asked;
  if (domain === undefined || /^\.*$/.test(domain)) return 'no-domain';
  const priority = priorityOf(lowerCaseAscii(PRIORITY.exec(value)?.[1] ?? ''));
  const { maxAge, expires, sameSite } = parsed;
  const countable = maxAge !== undefined && (maxAge <= 0 || place.date !== undefined);
  const end = computeExpiry({
    ...(countable && { maxAge }),
    ...(expires !== undefined && { expires }),
    now: place.date ?? 0,
  });
  return {
    name: parsed.name,
    value: parsed.value,
    domain,
    hostOnly: asked === '',
    path: parsed.path?.startsWith('/') === true ? parsed.path : place.defaultPath,
    secureOnly: parsed.secureOnly,
    httpOnly: parsed.httpOnly,
    ...(end !== undefined && { expiryTime: expiryTimeOf(end) }),
    ...extrasOf({ sameSite, priority }),
  };
}

/** Does a header leave the path to the address that it is from? */
export function leavesPath(record: ByteString): boolean {
  const parsed = parseSetCookie(headerValue(record));
  return 'refused' in parsed || parsed.path?.startsWith('/') !== true;
}

/** Does a header end by a number of seconds? */
export function hasMaxAge(record: ByteString): boolean {
  return /;\s*max-age\s*=/i.test(record);
}

/** The words of a header between its semicolons. The first one has the name of the header before it. */
export function setCookieWords(record: ByteString): readonly NamedWord[] {
  let start = SET_COOKIE_LINE.exec(record)?.[0].length ?? 0;
  const words: NamedWord[] = [];
  for (const text of record.slice(start).split(';')) {
    const from = start + text.length - text.trimStart().length;
    const end = Math.max(from, start + text.trimEnd().length);
    const name = lowerCaseAscii(/^[^=]*/.exec(record.slice(from, end))?.[0].trim() ?? '');
    words.push({ name: words.length === 0 ? '' : name, start: from, end });
    start += text.length + 1;
  }
  return words;
}

/** What stands in a header for each attribute of a cookie. */
export function setCookieTexts(cookie: Cookie): WordTexts {
  const { name, value, expiryTime, extras } = cookie;
  const given = (key: string, word: string | undefined): string | undefined =>
    word === undefined ? undefined : `${key}=${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return [
    ['', `${name}=${value}`],
    ['domain', cookie.hostOnly ? undefined : `Domain=${canonicalDomain(cookie.domain)}`],
    ['path', `Path=${canonicalPath(cookie.path)}`],
    ['expires', expiryTime === undefined ? undefined : `Expires=${cookieDate(expiryTime)}`],
    ['secure', cookie.secureOnly ? 'Secure' : undefined],
    ['httponly', cookie.httpOnly ? 'HttpOnly' : undefined],
    ['samesite', given('SameSite', extras?.sameSite)],
    ['priority', given('Priority', extras?.priority)],
  ];
}

/** A whole header line. */
export function setCookieLine(cookie: Cookie): ByteString {
  const words = setCookieTexts(cookie).flatMap(([, text]) => text ?? []);
  return `Set-Cookie: ${words.join('; ')}`;
}

function cookieDate(expiryTime: EpochSeconds): string {
  return new Date(Math.min(expiryTimeOf(expiryTime), LAST_ISO_TIME) * 1000).toUTCString();
}

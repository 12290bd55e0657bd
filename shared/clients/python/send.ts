import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { ClientRequest, LeftOut, LoadedJar, SentHeader } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import type { RequestUrl } from '../request-url.ts';
import { charsetOf, decoded, isAscii, type Charset } from './charset.ts';
import type { PythonCookie } from './jar.ts';

const EXPIRED = reason('expired-by-now');
const NOT_SECURE = reason('not-secure');
const OTHER_DOMAIN = reason('other-domain');
const LOCAL_NAME = reason('local-name');
const OTHER_PATH = reason('other-path');
const BEYOND_LATIN_1 = reason('header-not-latin-1');

/** What a library does on top of urllib. */
export interface Sending {
  /** The path of the request before it is compared. */
  path?(path: ByteString): ByteString;
  /** The value as it is sent. */
  value?(value: ByteString): ByteString;
}

/** The header that Python adds to a request by its default policy. That a cookie is the host's alone it never asks. */
export function sendCookies(
  jar: LoadedJar<PythonCookie>,
  { url, now }: ClientRequest,
  sending: Sending = {},
): SentHeader {
  const charset = charsetOf(jar.options);
  const target = { url, host: hostOf(url), path: comparedPath(sending.path?.(url.path) ?? url.path), now };
  const leftOut: LeftOut[] = [];
  const matching: { readonly at: number; readonly cookie: PythonCookie; readonly length: number }[] = [];
  for (const [at, cookie] of jar.cookies.entries()) {
    const why = reasonAgainst(cookie, target);
    if (why === undefined) matching.push({ at, cookie, length: decoded(cookie.path, charset).length });
    else leftOut.push({ cookie: at, reason: why });
  }
  const ordered = matching.toSorted((one, other) => other.length - one.length);
  if (ordered.length === 0) return { sent: [], leftOut };
  const bytes = ordered.map(({ cookie }) => pairOf(cookie, sending)).join('; ');
  const header = inLatin1(bytes, charset);
  if (header !== undefined) return { header, sent: ordered.map(({ at }) => at), leftOut };
  const failing = ordered.map(({ at }) => ({ cookie: at, reason: BEYOND_LATIN_1 }));
  return { sent: [], leftOut: [...leftOut, ...failing] };
}

function pairOf({ name, value }: PythonCookie, sending: Sending): ByteString {
  // A cookie without a name has its value for a name, which no library changes.
  return name === '' ? value : `${name}=${sending.value?.(value) ?? value}`;
}

/** http.client writes headers in Latin-1, and fails where that cannot be. */
function inLatin1(bytes: ByteString, charset: Charset): ByteString | undefined {
  if (isAscii(bytes)) return bytes;
  const text = decoded(bytes, charset);
  return /[^\0-\xff]/.test(text) ? undefined : text;
}

interface Target {
  readonly url: RequestUrl;
  readonly host: ByteString;
  readonly path: ByteString;
  readonly now: number;
}

/** As the policy compares it: with a full stop before it, and with `.local` behind a name without one. */
function hostOf(url: RequestUrl): ByteString {
  const name = lowerCaseAscii(url.host);
  const host = name.includes(':') ? `[${name}]` : name;
  return host.includes('.') ? `.${host}` : `.${host}.local`;
}

/** `urllib.parse.quote` and capitals in its escapes. */
function comparedPath(path: ByteString): ByteString {
  return path
    .replace(/[^\w.~%/;:@&=+$,!*'()-]/g, escaped)
    .replace(/%[\da-f]{2}/gi, (sequence) => sequence.toUpperCase());
}

function escaped(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function reasonAgainst(
  { owner, path, secureOnly, expiryTime }: PythonCookie,
  target: Target,
): Reason | undefined {
  const dotted = owner === '' || owner.startsWith('.') ? owner : `.${owner}`;
  if (!target.host.endsWith(dotted)) {
    return `${dotted}.local` === target.host ? LOCAL_NAME : OTHER_DOMAIN;
  }
  if (!pathMatches(path, target.path)) return OTHER_PATH;
  if (secureOnly && target.url.scheme !== 'https') return NOT_SECURE;
  return expiryTime !== undefined && expiryTime <= target.now ? EXPIRED : undefined;
}

function pathMatches(cookiePath: ByteString, path: ByteString): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || cookiePath.endsWith('/') || path[cookiePath.length] === '/';
}

import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { ClientRequest, LeftOut, LoadedJar, SentHeader } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import type { RequestUrl } from '../request-url.ts';
import { bucketOf, isNumericHost, sameBucket } from './bucket.ts';
import type { CurlCookie } from './curl-cookie.ts';

const MAX_COOKIES = 150;
const MAX_HEADER = 8190;
const TRUSTED_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '::1'];

const EXPIRED = reason('expired-by-now');
const NOT_SECURE = reason('not-secure');
const OTHER_DOMAIN = reason('other-domain');
const OTHER_HOST = reason('other-host');
const OTHER_PATH = reason('other-path');
const NO_DOMAIN = reason('header-without-domain');
const TOO_MANY = reason('too-many', { limit: MAX_COOKIES });
const HEADER_FULL = reason('header-full', { limit: MAX_HEADER });

/** The header that curl sends to an address (lib/cookie.c `Curl_cookie_getlist`, lib/http.c). */
export function sendCookies(jar: LoadedJar<CurlCookie>, { url, now }: ClientRequest): SentHeader {
  const leftOut: LeftOut[] = [];
  const matching: number[] = [];
  const isSecure = url.scheme === 'https' || TRUSTED_HOSTS.includes(lowerCaseAscii(url.host));
  const host = lowerCaseAscii(url.host);
  const target = { url, host, isNumeric: isNumericHost(host), bucket: bucketOf(host), isSecure, now };
  for (const [at, cookie] of jar.cookies.entries()) {
    const why = reasonAgainst(cookie, target);
    if (why !== undefined) leftOut.push({ cookie: at, reason: why });
    else if (matching.length >= MAX_COOKIES) leftOut.push({ cookie: at, reason: TOO_MANY });
    else matching.push(at);
  }
  const ordered = matching.toSorted((one, other) => order(jar.cookies, one, other));
  return header(jar.cookies, ordered, leftOut);
}

interface Target {
  readonly url: RequestUrl;
  readonly host: ByteString;
  readonly isNumeric: boolean;
  readonly bucket: string;
  readonly isSecure: boolean;
  readonly now: number;
}

function reasonAgainst(cookie: CurlCookie, target: Target): Reason | undefined {
  const { expiryTime, domain, hasDomain, hostOnly, matchPath } = cookie;
  if (expiryTime !== undefined && expiryTime < target.now) return EXPIRED;
  if (!hasDomain) {
    // Scenario: such a cookie lies in the list of IP addresses, and its domain is never compared.
    if (!sameBucket(bucketOf(''), target.bucket)) return NO_DOMAIN;
  } else {
    const name = lowerCaseAscii(domain);
    if (hostOnly || target.isNumeric) {
      if (name !== target.host) return hostOnly ? OTHER_HOST : OTHER_DOMAIN;
    } else if (!tailMatches(name, target.host) || !sameBucket(bucketOf(name), target.bucket)) {
      return OTHER_DOMAIN;
    }
  }
  if (cookie.secureOnly && !target.isSecure) return NOT_SECURE;
  return matchPath === undefined || pathMatches(matchPath, target.url.path) ? undefined : OTHER_PATH;
}

function tailMatches(domain: ByteString, host: ByteString): boolean {
  if (!host.endsWith(domain)) return false;
  return host.length === domain.length || host.charAt(host.length - domain.length - 1) === '.';
}

function pathMatches(cookiePath: ByteString, path: ByteString): boolean {
  if (cookiePath.length === 1) return true;
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || path.charAt(cookiePath.length) === '/';
}

/** Longer paths first, then longer domains, then longer names, then what was loaded last. */
function order(cookies: readonly CurlCookie[], left: number, right: number): number {
  const [one, other] = [cookies[left], cookies[right]];
  if (one === undefined || other === undefined) return 0;
  return (
    pathLength(other) - pathLength(one) ||
    other.domain.length - one.domain.length ||
    other.name.length - one.name.length ||
    right - left
  );
}

function pathLength({ path, matchPath }: CurlCookie): number {
  return matchPath === undefined ? 0 : path.length;
}

function header(cookies: readonly CurlCookie[], ordered: readonly number[], leftOut: LeftOut[]): SentHeader {
  const sent: number[] = [];
  const pairs: string[] = [];
  let length = 8;
  let isFull = false;
  for (const at of ordered) {
    const cookie = cookies[at];
    if (cookie === undefined) continue;
    const pair = `${cookie.name}=${cookie.value}`;
    isFull ||= length + pair.length >= MAX_HEADER;
    if (isFull) {
      leftOut.push({ cookie: at, reason: HEADER_FULL });
      continue;
    }
    length += pair.length + (pairs.length > 0 ? 2 : 0);
    pairs.push(pair);
    sent.push(at);
  }
  return { ...(pairs.length > 0 && { header: pairs.join('; ') }), sent, leftOut };
}

import type { ByteString } from '../../cookie/byte-string.ts';
import type { ClientRequest, LeftOut, LoadedJar, SentHeader, StoredCookie } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import type { RequestUrl } from '../request-url.ts';

const EXPIRED = reason('expired-by-now');
const NOT_SECURE = reason('not-secure');
const OTHER_DOMAIN = reason('other-domain');
const OTHER_HOST = reason('other-host');
const OTHER_PATH = reason('other-path');

/** The header that aria2 sends to an address: a semicolon without a blank behind each cookie, the last one too. */
export function sendCookies(jar: LoadedJar, { url, now }: ClientRequest): SentHeader {
  const leftOut: LeftOut[] = [];
  const matching: number[] = [];
  for (const [at, cookie] of jar.cookies.entries()) {
    const why = reasonAgainst(cookie, url, now);
    if (why === undefined) matching.push(at);
    else leftOut.push({ cookie: at, reason: why });
  }
  const sent = matching.toSorted((one, other) => order(jar.cookies, one, other));
  const pairs = sent.flatMap((at) => {
    const cookie = jar.cookies[at];
    return cookie === undefined ? [] : [`${cookie.name}=${cookie.value};`];
  });
  return { ...(pairs.length > 0 && { header: pairs.join('') }), sent, leftOut };
}

function reasonAgainst(cookie: StoredCookie, url: RequestUrl, now: number): Reason | undefined {
  const { domain, hostOnly, path, expiryTime, secureOnly } = cookie;
  if (expiryTime !== undefined && expiryTime < now) return EXPIRED;
  if (domain !== url.host) {
    if (!url.host.endsWith(`.${domain}`)) return OTHER_DOMAIN;
    if (hostOnly) return OTHER_HOST;
  }
  if (secureOnly && url.scheme !== 'https') return NOT_SECURE;
  return pathMatches(path, url.path) ? undefined : OTHER_PATH;
}

function pathMatches(cookiePath: ByteString, path: ByteString): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || cookiePath.endsWith('/') || path[cookiePath.length] === '/';
}

/** Deeper paths first, then shorter domains, then in the order of the file. */
function order(cookies: readonly StoredCookie[], left: number, right: number): number {
  const [one, other] = [cookies[left], cookies[right]];
  if (one === undefined || other === undefined) return 0;
  return depth(other.path) - depth(one.path) || one.domain.length - other.domain.length || left - right;
}

function depth(path: ByteString): number {
  return path.split('/').filter((folder) => folder !== '').length;
}

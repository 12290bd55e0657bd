import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { ClientRequest, LeftOut, LoadedJar, SentHeader, StoredCookie } from '../client.ts';
import { reason, type Reason } from '../reason.ts';

const EXPIRED = reason('expired-by-now');
const NOT_SECURE = reason('not-secure');
const OTHER_DOMAIN = reason('other-domain');
const OTHER_PATH = reason('other-path');

/** The header that lynx sends to an address, in the order in which it holds its cookies. */
export function sendCookies(jar: LoadedJar, { url, now }: ClientRequest): SentHeader {
  const target: Target = {
    // It leaves IPv6 addresses in their brackets.
    host: url.host.includes(':') ? `[${url.host}]` : lowerCaseAscii(url.host).replace(/\.$/, ''),
    path: url.path + url.query,
    isSecure: url.scheme === 'https',
    now,
  };
  const leftOut: LeftOut[] = [];
  const sent: number[] = [];
  const pairs: string[] = [];
  for (const [at, cookie] of jar.cookies.entries()) {
    const why = reasonAgainst(cookie, target);
    if (why !== undefined) {
      leftOut.push({ cookie: at, reason: why });
      continue;
    }
    sent.push(at);
    pairs.push(`${cookie.name}=${cookie.value}`);
  }
  return { ...(pairs.length > 0 && { header: pairs.join('; ') }), sent, leftOut };
}

interface Target {
  readonly host: ByteString;
  readonly path: ByteString;
  readonly isSecure: boolean;
  readonly now: number;
}

function reasonAgainst(cookie: StoredCookie, { host, path, isSecure, now }: Target): Reason | undefined {
  if (cookie.expiryTime !== undefined && cookie.expiryTime < now) return EXPIRED;
  // Nobody asks whether it is the host's alone.
  const domain = lowerCaseAscii(cookie.domain);
  if (host !== domain && !host.endsWith(`.${domain}`)) return OTHER_DOMAIN;
  if (cookie.secureOnly && !isSecure) return NOT_SECURE;
  return pathMatches(cookie.path.replace(/\/+$/, ''), path) ? undefined : OTHER_PATH;
}

/** A query counts as a part of the path, so the path itself with a query behind it does not match. */
function pathMatches(cookiePath: ByteString, path: ByteString): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || path[cookiePath.length] === '/';
}

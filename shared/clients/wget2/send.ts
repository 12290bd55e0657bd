import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { ClientRequest, LeftOut, LoadedJar, SentHeader } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import type { Wget2Cookie } from './read-line.ts';

const EXPIRED = reason('expired-by-now');
const NOT_SECURE = reason('not-secure');
const OTHER_DOMAIN = reason('other-domain');
const OTHER_HOST = reason('other-host');
const OTHER_PATH = reason('other-path');
const LOST = reason('overwritten');

/** The header that wget2 sends to an address. */
export function sendCookies(jar: LoadedJar<Wget2Cookie>, request: ClientRequest): SentHeader {
  const { url, now } = request;
  const target = {
    host: lowerCaseAscii(url.host),
    // Neither the first slash counts, nor the last one and what is behind it.
    folder: url.path.slice(1, Math.max(1, url.path.lastIndexOf('/'))),
    isSecure: url.scheme === 'https',
    now,
  };
  const leftOut: LeftOut[] = [];
  const matching: number[] = [];
  for (const [at, cookie] of jar.cookies.entries()) {
    const why = reasonAgainst(cookie, target);
    if (why === undefined) matching.push(at);
    else leftOut.push({ cookie: at, reason: why });
  }
  const pathLength = (at: number): number => jar.cookies[at]?.path.length ?? 0;
  const sent = matching.toSorted((one, other) => pathLength(other) - pathLength(one) || one - other);
  const pairs = sent.flatMap((at) => {
    const cookie = jar.cookies[at];
    return cookie === undefined ? [] : [`${cookie.name}=${cookie.value}`];
  });
  return { ...(pairs.length > 0 && { header: pairs.join('; ') }), sent, leftOut };
}

interface Target {
  readonly host: ByteString;
  readonly folder: ByteString;
  readonly isSecure: boolean;
  readonly now: number;
}

function reasonAgainst(cookie: Wget2Cookie, { host, folder, isSecure, now }: Target): Reason | undefined {
  const { domain, hostOnly, path, expiryTime, secureOnly, isLost } = cookie;
  if (expiryTime !== undefined && expiryTime <= now) return EXPIRED;
  if (hostOnly && domain !== host) return OTHER_HOST;
  if (domain !== host && !host.endsWith(`.${domain}`)) return OTHER_DOMAIN;
  if (secureOnly && !isSecure) return NOT_SECURE;
  // Compared as text, without respect for where a folder's name ends.
  if (!folder.startsWith(path.startsWith('/') ? path.slice(1) : path)) return OTHER_PATH;
  return isLost === true ? LOST : undefined;
}

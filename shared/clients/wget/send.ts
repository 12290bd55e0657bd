import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { isIpv4Address, isIpv6Address } from '../../cookie/ip-address.ts';
import type { ClientRequest, LeftOut, LoadedJar, SentHeader } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import type { RequestUrl } from '../request-url.ts';
import type { WgetCookie } from './read-line.ts';

const MAX_LABELS = 31;

const EXPIRED = reason('expired-by-now');
const NOT_SECURE = reason('not-secure');
const OTHER_DOMAIN = reason('other-domain');
const OTHER_HOST = reason('other-host');
const OTHER_PORT = reason('other-port');
const OTHER_PATH = reason('other-path');
const SENT_ALREADY = reason('sent-already');

/** The header that wget sends to an address. */
export function sendCookies(jar: LoadedJar<WgetCookie>, { url, now }: ClientRequest): SentHeader {
  const owners = ownersFor(lowerCaseAscii(url.host));
  const leftOut: LeftOut[] = [];
  const matching: number[] = [];
  for (const [at, cookie] of jar.cookies.entries()) {
    const why = reasonAgainst(cookie, { url, owners, now });
    if (why === undefined) matching.push(at);
    else leftOut.push({ cookie: at, reason: why });
  }
  const sent = withoutTwins(jar.cookies, matching, leftOut).toSorted((one, other) =>
    order(jar.cookies, one, other),
  );
  const pairs = sent.flatMap((at) => {
    const cookie = jar.cookies[at];
    return cookie === undefined ? [] : [`${cookie.name}=${cookie.value}`];
  });
  return { ...(pairs.length > 0 && { header: pairs.join('; ') }), sent, leftOut };
}

/** The domains whose cookies are looked at: the host, and what is behind each of its dots but the last. */
function ownersFor(host: ByteString): readonly ByteString[] {
  const labels = host.split('.');
  if (labels.length > MAX_LABELS) return [];
  if (isIpv4Address(host) || isIpv6Address(host)) return [host];
  const count = Math.max(1, labels.length - 1);
  return labels.slice(0, count).map((_, at) => labels.slice(at).join('.'));
}

interface Target {
  readonly url: RequestUrl;
  readonly owners: readonly ByteString[];
  readonly now: number;
}

function reasonAgainst(cookie: WgetCookie, { url, owners, now }: Target): Reason | undefined {
  if (cookie.expiryTime !== undefined && cookie.expiryTime < now) return EXPIRED;
  const owner = owners.indexOf(lowerCaseAscii(cookie.domain));
  if (owner < 0) return OTHER_DOMAIN;
  if (cookie.hostOnly && owner > 0) return OTHER_HOST;
  if (cookie.port !== undefined && cookie.port !== url.port) return OTHER_PORT;
  if (cookie.secureOnly && url.scheme !== 'https') return NOT_SECURE;
  return cookie.path.startsWith('/') && url.path.startsWith(cookie.path) ? undefined : OTHER_PATH;
}

/** Of those with one name and one value only the last goes along: that of the shortest domain, there the oldest. */
function withoutTwins(
  cookies: readonly WgetCookie[],
  matching: readonly number[],
  leftOut: LeftOut[],
): readonly number[] {
  const last = new Map<string, number>();
  for (const at of matching.toSorted((one, other) => byDomain(cookies, one, other) || one - other)) {
    const cookie = cookies[at];
    if (cookie === undefined) continue;
    const pair = `${cookie.name}\0${cookie.value}`;
    const before = last.get(pair);
    if (before !== undefined) leftOut.push({ cookie: before, reason: SENT_ALREADY });
    last.set(pair, at);
  }
  return [...last.values()];
}

function byDomain(cookies: readonly WgetCookie[], one: number, other: number): number {
  return (cookies[other]?.domain.length ?? 0) - (cookies[one]?.domain.length ?? 0);
}

/** Longer domains first, then longer paths, then by name and value, byte by byte. */
function order(cookies: readonly WgetCookie[], left: number, right: number): number {
  const [one, other] = [cookies[left], cookies[right]];
  if (one === undefined || other === undefined) return 0;
  return (
    byDomain(cookies, left, right) ||
    other.path.length - one.path.length ||
    compareText(one.name, other.name) ||
    compareText(one.value, other.value)
  );
}

function compareText(one: ByteString, other: ByteString): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

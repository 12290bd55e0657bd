import type { ByteString } from '../cookie/byte-string.ts';
import { lowerCaseAscii } from '../cookie/canonical-host.ts';
import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { isIpv4Address } from '../cookie/ip-address.ts';
import { hostParts } from '../cookie/public-suffix.ts';
import { canonicalDomain, canonicalLine, canonicalPath } from '../formats/canonical-line.ts';
import {
  isWrittenHostOnly,
  withoutDuplicates,
  withoutExpired,
  withPlainHeader,
  withReachableHost,
} from './common-stages.ts';
import { cookieApplies, inSendingOrder, type RequestAddress } from './request-address.ts';
import { changed, each, keyOf, leftOut, mayBeLeftOut, overruled, type Stage, type Verdict } from './sieve.ts';

/** The longest line that every curl reads: beyond it 8.18 and newer fail, 8.7 to 8.17 lose what follows. */
const MAX_LINE = 4998;

const MAX_SENT = 150;
const MAX_SENT_BYTES = 8190;

function prefix(cookie: Cookie): Verdict | undefined {
  const [found] = /^__(?:Secure|Host)-/i.exec(cookie.name) ?? [];
  if (found === undefined) return undefined;
  const bound = cookie.hostOnly && canonicalPath(cookie.path) === '/';
  if (cookie.secureOnly && (found.toLowerCase() === '__secure-' || bound)) return undefined;
  const message = `curl drops a name with the prefix ${found} that lacks what the prefix promises`;
  if (found === '__Secure-' || found === '__Host-') return leftOut(`${message}.`);
  return mayBeLeftOut(`${message} (up to version 8.20, which read it in any case).`);
}

function publicSuffix({ domain }: Cookie): Verdict | undefined {
  const host = canonicalDomain(domain);
  if (isIpv4Address(host) || (host.includes('.') && !hostParts(host).isPublicSuffix)) return undefined;
  return mayBeLeftOut('The domain is a public suffix or has a single label: curl 8.22 and newer drop it.');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '::1';
}

function oddPath({ path }: Cookie): Verdict | undefined {
  if (path.endsWith('"')) return changed('curl drops the quotation mark at the end of the path.');
  if (path.length > 1 && path.endsWith('/')) {
    return changed('curl drops the slash at the end of the path, so the page of that name gets it too.');
  }
  return undefined;
}

/** What curl keeps one cookie of: it takes a slash at the end off every path. */
function curlKey(cookie: Cookie, name: ByteString, path: ByteString): string {
  const place = path.replace(/(?!^)\/$/, '');
  return keyOf(name, canonicalDomain(cookie.domain), isWrittenHostOnly(cookie), place);
}

const pathsWithAndWithoutSlash: Stage = overruled(
  (cookie) => curlKey(cookie, cookie.name, canonicalPath(cookie.path)),
  mayBeLeftOut(
    'Another path differs only in the slash at its end: curl takes both for one and keeps the later.',
  ),
);

const lettersOfBothCases: Stage = overruled(
  (cookie) => curlKey(cookie, lowerCaseAscii(cookie.name), lowerCaseAscii(canonicalPath(cookie.path))),
  mayBeLeftOut(
    'Another one differs only in the case of letters: curl up to 8.11 (names) and 8.20 (paths) keeps the later.',
  ),
);

/** More than curl puts into one request: the rest is silently not sent. */
export function withinOneRequest(address: RequestAddress, now: EpochSeconds): Stage {
  return (cookies) => {
    const beyond = new Set<Cookie>();
    let bytes = 0;
    const sent = inSendingOrder(cookies.filter((cookie) => cookieApplies(cookie, address, now)));
    for (const [at, cookie] of sent.entries()) {
      bytes += cookie.name.length + cookie.value.length + (at === 0 ? 1 : 3);
      if (at >= MAX_SENT || bytes > MAX_SENT_BYTES) beyond.add(cookie);
    }
    return (cookie) =>
      beyond.has(cookie)
        ? mayBeLeftOut('curl sends at most 150 cookies and 8,190 bytes with one request.')
        : undefined;
  };
}

/** What curl makes of a cookie file, every version since 7.88 looked at (facts measured up to 8.22). */
export function curlStages(now: EpochSeconds): readonly Stage[] {
  return [
    withoutExpired(now),
    each(prefix),
    each((cookie) =>
      canonicalLine(cookie).length > MAX_LINE
        ? leftOut('Its line would be longer than 4,998 bytes: curl loses it, what follows, or fails.')
        : undefined,
    ),
    withoutDuplicates,
    pathsWithAndWithoutSlash,
    lettersOfBothCases,
    each(({ name, value }) =>
      /[\x01-\x1f\x7f]/.test(name + value)
        ? mayBeLeftOut('The name or value has a control character: curl 8.21 and newer drop it.')
        : undefined,
    ),
    each(publicSuffix),
    withReachableHost,
    each(({ name }) =>
      name === ''
        ? changed('It has no name: curl up to 8.11 takes the value for the name, newer ones send "=" first.')
        : undefined,
    ),
    each(oddPath),
    each(({ domain, secureOnly }) =>
      secureOnly && isLoopback(canonicalDomain(domain))
        ? changed('curl sends a Secure cookie of this very machine over http:// as well.')
        : undefined,
    ),
    withPlainHeader,
  ];
}

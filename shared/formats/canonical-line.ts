import type { ByteString } from '../cookie/byte-string.ts';
import { canonicalHost, lowerCaseAscii } from '../cookie/canonical-host.ts';
import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { isIpAddress } from '../cookie/ip-address.ts';
import type { Misfit } from './format.ts';

/** The magic first line that Python, yt-dlp and Perl insist on. */
export const NETSCAPE_HEADER = '# Netscape HTTP Cookie File';

/** The mark before the domain of an HttpOnly cookie; wget, aria2, lynx and HTTrack take it for a comment. */
export const HTTP_ONLY_PREFIX = '#HttpOnly_';

/** The largest expiry written: beyond it a number in JavaScript no longer holds every second. */
const LAST_EXPIRY: EpochSeconds = Number.MAX_SAFE_INTEGER;

const MAX_LINE = 1 << 20;
const MAX_BEFORE_VALUE = 65_535;

/** The domain as every client reads it: lower-case ASCII, punycode, no brackets, no leading full stop. */
export function canonicalDomain(domain: ByteString): ByteString {
  const bare = domain.replace(/^\.+/, '').replace(/^\[(.*)\]$/, '$1');
  return canonicalHost(bare) ?? lowerCaseAscii(bare);
}

/** The path as every client reads it: one that is not absolute counts as `/` (RFC 6265bis §5.6.4). */
export function canonicalPath(path: ByteString): ByteString {
  return path.startsWith('/') ? path : '/';
}

/** The expiry in whole seconds, `0` for a session cookie; what expired before 1970 is written as 1, for 0 has another meaning. */
export function canonicalExpiry(expiryTime: EpochSeconds | undefined): ByteString {
  if (expiryTime === undefined || Number.isNaN(expiryTime)) return '0';
  return String(Math.min(Math.max(Math.floor(expiryTime), 1), LAST_EXPIRY));
}

/** The cookie's line in canonical form, without a line end. Only for cookies that `lineMisfit` does not leave out. */
export function canonicalLine(cookie: Cookie, httpOnlyPrefix = true): ByteString {
  const domain = canonicalDomain(cookie.domain);
  const hostOnly = cookie.hostOnly || isIpAddress(domain);
  return [
    `${cookie.httpOnly && httpOnlyPrefix ? HTTP_ONLY_PREFIX : ''}${hostOnly ? '' : '.'}${domain}`,
    hostOnly ? 'FALSE' : 'TRUE',
    canonicalPath(cookie.path),
    cookie.secureOnly ? 'TRUE' : 'FALSE',
    canonicalExpiry(cookie.expiryTime),
    cookie.name,
    cookie.value,
  ].join('\t');
}

/** What becomes of a cookie that a canonical line cannot hold as it is. */
export function lineMisfit(cookie: Cookie): Misfit | undefined {
  const leftOut = (message: string): Misfit => ({ code: 'entry-left-out', message });
  const changed = (message: string): Misfit => ({ code: 'entry-changed', message });
  if (/[\t\n\r\0]/.test(cookie.domain + cookie.path + cookie.name + cookie.value)) {
    return leftOut('A TAB, line break or NUL cannot stand in a line of a cookie file.');
  }
  const domain = canonicalDomain(cookie.domain);
  if (/^(?:$|[#.\s])/.test(domain)) return leftOut('The domain is not one that a line can begin with.');
  const line = canonicalLine(cookie);
  if (line.length > MAX_LINE || line.length - cookie.value.length > MAX_BEFORE_VALUE) {
    return leftOut('The line is longer than any program reads.');
  }
  if (cookie.domain.startsWith('.'))
    return changed('More than one leading full stop of the domain is dropped.');
  if (!cookie.path.startsWith('/')) return changed('A path that does not begin with "/" is written as "/".');
  if (!cookie.hostOnly && isIpAddress(domain)) {
    return changed('An IP address has no subdomains: the cookie is written as host-only.');
  }
  const { expiryTime } = cookie;
  if (expiryTime !== undefined && (expiryTime < 1 || expiryTime > LAST_EXPIRY)) {
    return changed('An expiry out of range is written as the nearest that is in range.');
  }
  return undefined;
}

import type { ByteString } from '../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { domainMatches } from '../cookie/domain-matches.ts';
import { parseUrl } from '../cookie/parse-url.ts';
import { pathMatches } from '../cookie/path-matches.ts';
import { canonicalDomain, canonicalPath } from '../formats/canonical-line.ts';
import type { ExportRefusal } from './export-target.ts';

/** Where a request goes: the address in plain ASCII, and what of it decides which cookies go along. */
export interface RequestAddress {
  readonly text: string;
  /** Without brackets, in the form in which domains are compared. */
  readonly host: ByteString;
  readonly path: ByteString;
  readonly secure: boolean;
}

/** The address that a command is for; a fragment is dropped, for nobody sends it. */
export function requestAddress(url: string | undefined): RequestAddress | ExportRefusal {
  const refuse = (message: string): ExportRefusal => ({ refused: true, message });
  if (url === undefined || url.trim() === '') return refuse('Give the address that the command is for.');
  const parsed = parseUrl(url);
  if (parsed === undefined)
    return refuse('The address is not one: it begins with https:// or http:// and names a host.');
  const { protocol, host, hostname, pathname, search } = parsed;
  if (protocol !== 'https:' && protocol !== 'http:')
    return refuse('Cookies go to https:// and http:// addresses only.');
  if (/^\s*\w+:[/\\]*[^/\\?#]*@/.test(url)) {
    return refuse(
      'The address holds a user name or a password: they would end up in the history of the shell.',
    );
  }
  return {
    text: `${protocol}//${host}${pathname}${search}`,
    host: canonicalDomain(hostname),
    path: pathname,
    secure: protocol === 'https:',
  };
}

/** Whether the cookie goes along with a request to this address (RFC 6265bis §5.8.3, same-site apart). */
export function cookieApplies(cookie: Cookie, address: RequestAddress, now: EpochSeconds): boolean {
  const domain = canonicalDomain(cookie.domain);
  if (cookie.hostOnly ? domain !== address.host : !domainMatches(address.host, domain)) return false;
  if (cookie.secureOnly && !address.secure) return false;
  if (cookie.expiryTime !== undefined && cookie.expiryTime <= now) return false;
  return pathMatches(address.path, canonicalPath(cookie.path));
}

/** Cookies in the order in which they are sent: longer paths first, otherwise as they stand (RFC 6265bis §5.8.3). */
export function inSendingOrder(cookies: readonly Cookie[]): readonly Cookie[] {
  return cookies.toSorted((one, other) => other.path.length - one.path.length);
}

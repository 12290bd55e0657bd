import type { ByteString } from './byte-string.ts';
import { isIpAddress } from './ip-address.ts';

/**
 * Does a request to `host` match a cookie's `domain` (RFC 6265bis §5.1.3)? Both canonical: see `canonicalHost`.
 * Whether a host-only cookie asks for more (equality) is the caller's business.
 */
export function domainMatches(host: ByteString, domain: ByteString): boolean {
  if (host === domain) return true;
  if (domain === '' || !host.endsWith(domain)) return false;
  return host.charAt(host.length - domain.length - 1) === '.' && !isIpAddress(host);
}

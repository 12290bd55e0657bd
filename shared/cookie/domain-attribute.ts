import type { ByteString } from './byte-string.ts';
import { canonicalHost } from './canonical-host.ts';
import { domainMatches } from './domain-matches.ts';
import { isIpAddress } from './ip-address.ts';
import { hostParts } from './public-suffix.ts';

/** The domain a cookie is stored with, or why a client would not store it. */
export type DomainScope =
  | { readonly domain: ByteString; readonly hostOnly: boolean }
  | { readonly refused: 'not-a-host' | 'public-suffix' | 'other-host' };

/**
 * The scope that a `Domain` attribute gives a cookie set by `host` (RFC 6265bis §5.6.3 and §5.7, steps 8 to 10). One
 * leading full stop is dropped. An empty attribute, an IP address, `localhost` and a host that is itself a public
 * suffix give a host-only cookie. A trailing full stop stays, so that only a host with one can ask for it.
 */
export function domainAttribute(attribute: ByteString, host: ByteString): DomainScope {
  const requestHost = canonicalHost(host);
  if (requestHost === undefined) return { refused: 'not-a-host' };
  const asked = attribute.startsWith('.') ? attribute.slice(1) : attribute;
  if (asked === '') return { domain: requestHost, hostOnly: true };
  const domain = canonicalHost(asked);
  if (domain === undefined || domain.startsWith('.')) return { refused: 'not-a-host' };
  const parts = hostParts(domain);
  if (parts.isPublicSuffix || !domain.includes('.')) {
    if (domain === requestHost) return { domain, hostOnly: true };
    return { refused: parts.isPublicSuffix ? 'public-suffix' : 'other-host' };
  }
  if (!domainMatches(requestHost, domain)) return { refused: 'other-host' };
  return { domain, hostOnly: isIpAddress(domain) };
}

import type { ByteString } from './byte-string.ts';
import { hostParts } from './public-suffix.ts';
import type { RequestTarget } from './request-target.ts';
import { RFC_6265BIS_RULES, type UserAgentRules } from './user-agent-rules.ts';

/** What two addresses share when requests between them are same-site (RFC 6265bis §5.2): scheme and registrable domain. */
export function siteOf(
  { scheme, host }: Pick<RequestTarget, 'scheme' | 'host'>,
  { schemefulSites }: Pick<UserAgentRules, 'schemefulSites'> = RFC_6265BIS_RULES,
): string {
  return schemefulSites ? `${scheme}://${registrableDomain(host)}` : registrableDomain(host);
}

/** The registrable domain of a host, or the host itself where it has none. */
export function registrableDomain(host: ByteString): ByteString {
  return hostParts(host).registrableDomain ?? host;
}

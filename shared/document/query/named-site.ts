import { canonicalHost } from '../../cookie/canonical-host.ts';
import { registrableDomain } from '../../cookie/site-of.ts';

/** The registrable domain of a host or an address that a person typed; nothing where it is neither. */
export function namedSite(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#:].*$/s, '');
  const host = canonicalHost(bare);
  return host === undefined || !/^[-\w.]+$/.test(host) ? undefined : registrableDomain(host);
}

import type { Cookie, EpochSeconds } from '#shared/cookie/cookie.ts';
import { MASK } from '#shared/cookie/mask.ts';
import { parseUrl } from '#shared/cookie/parse-url.ts';
import { shownCookieDomain } from '#shared/cookie/shown-text.ts';
import { isRequestHost } from '#shared/exports/common-stages.ts';
import { canonicalDomain } from '#shared/formats/canonical-line.ts';

/** The address of the host with the most cookies that have not expired, or with the most of all; nothing where no cookie names a host. */
export function busiestAddress(cookies: readonly Cookie[], now: EpochSeconds): string | undefined {
  const alive = cookies.filter(({ expiryTime }) => expiryTime === undefined || expiryTime > now);
  return busiest(alive) ?? busiest(cookies);
}

function busiest(cookies: readonly Cookie[]): string | undefined {
  const counts = new Map<string, number>();
  const addresses = new Map<string, string | undefined>();
  for (const cookie of cookies) {
    const { domain } = cookie;
    if (shownCookieDomain(cookie) === MASK) continue;
    if (!addresses.has(domain)) addresses.set(domain, addressOf(domain));
    const address = addresses.get(domain);
    if (address !== undefined) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one);
  return first?.[0];
}

function addressOf(domain: string): string | undefined {
  const host = canonicalDomain(domain);
  const address = `https://${host.includes(':') ? `[${host}]` : host}/`;
  return isRequestHost(host) && parseUrl(address) !== undefined ? address : undefined;
}

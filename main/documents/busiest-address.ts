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
  for (const cookie of cookies) {
    if (shownCookieDomain(cookie) === MASK) continue;
    const host = canonicalDomain(cookie.domain);
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  // Few hosts are none that can be asked: the first one nearly always is.
  for (const [host] of [...counts].toSorted(([, one], [, other]) => other - one)) {
    const address = addressOf(host);
    if (address !== undefined) return address;
  }
  return undefined;
}

function addressOf(host: string): string | undefined {
  const address = `https://${host.includes(':') ? `[${host}]` : host}/`;
  return isRequestHost(host) && parseUrl(address) !== undefined ? address : undefined;
}

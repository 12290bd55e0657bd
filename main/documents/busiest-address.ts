import type { Cookie, EpochSeconds } from '#shared/cookie/cookie.ts';
import { MASK } from '#shared/cookie/mask.ts';
import { parseUrl } from '#shared/cookie/parse-url.ts';
import { shownCookieDomain } from '#shared/cookie/shown-text.ts';
import { isRequestHost } from '#shared/exports/common-stages.ts';
import { canonicalDomain } from '#shared/formats/canonical-line.ts';
import { type Progress, visitInSlices } from '#shared/table/progress.ts';

/** The address of the host with the most cookies that have not expired, or with the most of all; nothing where no cookie names a host. */
export function* busiestAddress(
  cookies: readonly Cookie[],
  now: EpochSeconds,
): Generator<Progress, string | undefined> {
  const alive = new Map<string, number>();
  const all = new Map<string, number>();
  yield* visitInSlices(cookies, (cookie) => {
    if (shownCookieDomain(cookie) === MASK) return;
    const host = canonicalDomain(cookie.domain);
    all.set(host, (all.get(host) ?? 0) + 1);
    if (cookie.expiryTime === undefined || cookie.expiryTime > now)
      alive.set(host, (alive.get(host) ?? 0) + 1);
  });
  return busiest(alive) ?? busiest(all);
}

function busiest(counts: ReadonlyMap<string, number>): string | undefined {
  for (const [host] of [...counts].toSorted(([, one], [, other]) => other - one)) {
    const address = `https://${host.includes(':') ? `[${host}]` : host}/`;
    if (isRequestHost(host) && parseUrl(address) !== undefined) return address;
  }
  return undefined;
}

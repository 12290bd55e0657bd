import type { Cookie } from '#shared/cookie/cookie.ts';
import { MASK } from '#shared/cookie/mask.ts';
import { parseUrl } from '#shared/cookie/parse-url.ts';
import { shownCookieDomain } from '#shared/cookie/shown-text.ts';
import { isRequestHost } from '#shared/exports/common-stages.ts';
import { exportTargetById } from '#shared/exports/registry.ts';
import { canonicalDomain } from '#shared/formats/canonical-line.ts';
import { UsageError } from './command.ts';

interface Wanted {
  readonly to: string;
  readonly inline: boolean;
  readonly cookies: readonly Cookie[];
  readonly now: number;
}

/** The address that a command gets when none was given: the busiest host's. Nothing for what has no address. */
export function assumedAddress({ to, inline, cookies, now }: Wanted): string | undefined {
  const target = exportTargetById(to);
  if (target === undefined || !target.needsUrl) return undefined;
  if (inline || target.writesForUrl) {
    throw new UsageError(
      '--url URL is missing: the address decides which cookies are in the output.',
      'export',
    );
  }
  const alive = cookies.filter(({ expiryTime }) => expiryTime === undefined || expiryTime > now);
  const address = busiest(alive) ?? busiest(cookies);
  if (address === undefined) {
    throw new UsageError('--url URL is missing, and no cookie names a host to take for it.', 'export');
  }
  return address;
}

function busiest(cookies: readonly Cookie[]): string | undefined {
  const counts = new Map<string, number>();
  for (const cookie of cookies) {
    if (shownCookieDomain(cookie) === MASK) continue;
    const host = canonicalDomain(cookie.domain);
    const address = `https://${host.includes(':') ? `[${host}]` : host}/`;
    if (isRequestHost(host) && parseUrl(address) !== undefined)
      counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one);
  return first?.[0];
}

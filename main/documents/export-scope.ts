import { AppError } from '#shared/api/app-error.ts';
import type { Cookie, EpochSeconds } from '#shared/cookie/cookie.ts';
import { registrableDomain } from '#shared/cookie/site-of.ts';
import { namedSite } from '#shared/document/query/named-site.ts';
import { cookieApplies, requestAddress } from '#shared/exports/request-address.ts';
import { canonicalDomain } from '#shared/formats/canonical-line.ts';

/** Which of the cookies are exported; without a site and an address all of them. */
export interface ExportScope {
  /** Those of the registrable domain that this host, or address, belongs to. */
  readonly site?: string | undefined;
  /** Those that a browser would send to this address. */
  readonly sentTo?: string | undefined;
  readonly now: EpochSeconds;
}

/** The cookies of a scope, in their order. A text that names no site fails with `address-unusable`, an address with `export-refused`. */
export function inScope(cookies: readonly Cookie[], { site, sentTo, now }: ExportScope): readonly Cookie[] {
  const ofSite = site === undefined ? cookies : ofOneSite(cookies, site);
  if (sentTo === undefined) return ofSite;
  const address = requestAddress(sentTo);
  if ('refused' in address) throw new AppError('export-refused', { message: address.message });
  return ofSite.filter((cookie) => cookieApplies(cookie, address, now));
}

function ofOneSite(cookies: readonly Cookie[], text: string): readonly Cookie[] {
  const site = namedSite(text);
  if (site === undefined) throw new AppError('address-unusable', { why: 'not-an-address' });
  const sites = new Map<string, string>();
  return cookies.filter(({ domain }) => {
    const known = sites.get(domain) ?? registrableDomain(canonicalDomain(domain));
    sites.set(domain, known);
    return known === site;
  });
}

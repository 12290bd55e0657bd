import * as v from 'valibot';
import { encodeUtf8 } from '../../cookie/byte-string.ts';
import { canonicalHost } from '../../cookie/canonical-host.ts';
import { domainMatches } from '../../cookie/domain-matches.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { entriesOfHosts } from '../verdicts/browser-store.ts';

/** A list of sites: each stands for its host and everything below it. */
export const sites = v.pipe(
  v.array(
    v.pipe(
      v.string(),
      v.check((text) => siteHost(text) !== undefined, 'is no host: write the name alone, as in example.com.'),
    ),
  ),
  v.minLength(1, 'needs at least one site.'),
);

/** What a step says of its list of sites. */
export const SITES_FIELD = {
  name: 'sites',
  label: 'Sites',
  list: true,
  hint: 'example.com, tracker.example',
} as const;

/** The entries of some sites, and those of all others. */
export function* partedBySite(
  document: CookieDocument,
  listed: readonly string[],
): Generator<Progress, { readonly inside: readonly number[]; readonly outside: readonly number[] }> {
  const hosts = listed.map((text) => siteHost(text) ?? '');
  const outside: number[] = [];
  const wanted = (domain: string): boolean => hosts.some((host) => domainMatches(domain, host));
  const entries = yield* entriesOfHosts(document, wanted, outside);
  return { inside: entries.map(({ id }) => id), outside };
}

function siteHost(text: string): string | undefined {
  const bare = text.trim().replace(/^\*?\./, '');
  return /^[^\s/:?#@*]+$/.test(bare) ? canonicalHost(encodeUtf8(bare)) : undefined;
}

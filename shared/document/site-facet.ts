import { displayText } from '../cookie/byte-string.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import { MASK } from '../cookie/mask.ts';
import { isCertainHost, shownDomain } from '../cookie/shown-text.ts';
import { Kind, KIND_MASK } from '../table/columns.ts';
import type { Hosts } from '../table/hosts.ts';
import type { Progress } from '../table/progress.ts';
import { sortByNumber } from '../table/sort-numbers.ts';
import { shownField } from '../table/shown-entry.ts';
import type { FacetValue } from './facets.ts';
import { quoteTerm } from './query/query-terms.ts';
import type { View } from './view.ts';

/** A registrable domain, and its hosts where they were asked for: those with most entries first. */
export interface SiteValue extends FacetValue {
  /** How many hosts it has; 0 where it is one itself and has no others, unless its hosts were asked for. */
  hostCount: number;
  hosts: FacetValue[];
}

export interface SiteFacet {
  values: SiteValue[];
  /** How many sites are not listed. */
  more: number;
}

/** Which sites to list. */
export interface SiteRequest {
  /** Only those with this in their name. */
  readonly siteSearch?: string;
  readonly siteLimit?: number;
  /** The labels of those whose hosts are wanted. */
  readonly openSites?: readonly string[];
}

interface Counting extends SiteRequest {
  readonly value: (term: string, label: string, found: number) => FacetValue;
}

/** Rows whose fields may be looked at between two slices. */
const ROWS_A_LOOK = 4096;
/** More hosts of one site than this are not listed: the query line finds them. */
const MOST_HOSTS = 200;

/** The sites of what a view shows. `counts` are its entries by host number; a host that may be a value is not named. */
export function* siteFacet(
  view: View,
  counts: Uint32Array,
  request: Counting,
): Generator<Progress, SiteFacet> {
  const { hosts } = view.document.table;
  const { value, siteSearch = '', siteLimit = 100, openSites = [] } = request;
  const known = bySite(hosts, counts);
  const search = siteSearch.toLowerCase();
  const label = (site: number): string => displayText(hosts.siteText(site));
  const found = Uint32Array.from(known.sites.keys()).filter(
    (site) => known.sites[site] !== 0 && (search === '' || label(site).toLowerCase().includes(search)),
  );
  const sites = yield* mostFirst(found, known.sites);
  const listed = [...sites.subarray(0, siteLimit)];
  const open = new Set(listed.filter((site) => openSites.includes(label(site))));
  const children = yield* hostsOf(hosts, known.hosts, open);
  const hidden = yield* hiddenNames(view, listed, children);
  const hostValues = (site: number): FacetValue[] =>
    (children.get(site) ?? [])
      .filter((host) => !hidden.hosts.has(host))
      .slice(0, MOST_HOSTS)
      .map((host) => {
        const name = displayText(hosts.canonicalText(host));
        return value(name === '' ? 'domain=""' : `domain=${quoteTerm(name)}`, name, known.hosts[host] ?? 0);
      });
  const values = listed
    .filter((site) => !hidden.sites.has(site))
    .map((site) => {
      const name = label(site);
      const term = siteTerm(name);
      // What was opened stays open when a filter leaves no other host: the one that was chosen is still to be seen.
      const has = open.has(site) || !isOwnOnlyHost(hosts, known, site);
      const hostCount = has ? (known.hostCounts[site] ?? 0) : 0;
      return { ...value(term, name, known.sites[site] ?? 0), hostCount, hosts: hostValues(site) };
    });
  return { values, more: sites.length - values.length };
}

/** The condition that finds what belongs to a site. */
export function siteTerm(name: string): string {
  return name === '' ? 'site=""' : `site:${quoteTerm(name)}`;
}

interface BySite {
  /** Entries by canonical host. */
  readonly hosts: Uint32Array;
  /** Entries, hosts, and one of the hosts, by site. */
  readonly sites: Uint32Array;
  readonly hostCounts: Uint32Array;
  readonly oneHost: Uint32Array;
}

function bySite(hosts: Hosts, counts: Uint32Array): BySite {
  // Asked for first: canonical forms may be hosts that no line has, and are numbered then.
  const sites = new Uint32Array(hosts.siteCount);
  const canonical = new Uint32Array(hosts.count);
  const hostCounts = new Uint32Array(hosts.siteCount);
  const oneHost = new Uint32Array(hosts.siteCount);
  for (let host = 0; host < counts.length; host++) {
    const found = counts[host] ?? 0;
    if (found === 0) continue;
    const at = hosts.canonical(host);
    const site = hosts.site(host);
    sites[site] = (sites[site] ?? 0) + found;
    if (canonical[at] === 0) {
      hostCounts[site] = (hostCounts[site] ?? 0) + 1;
      oneHost[site] = at;
    }
    canonical[at] = (canonical[at] ?? 0) + found;
  }
  return { hosts: canonical, sites, hostCounts, oneHost };
}

/** Is a site that has one host that host itself? */
function isOwnOnlyHost(hosts: Hosts, { hostCounts, oneHost }: BySite, site: number): boolean {
  return hostCounts[site] === 1 && hosts.canonicalText(oneHost[site] ?? 0) === hosts.siteText(site);
}

/** Numbers by their counts, the largest first; those with equal counts in the order given. */
function* mostFirst(numbers: Uint32Array, counts: Uint32Array): Generator<Progress, Uint32Array> {
  const keys = numbers.map((number) => ~(counts[number] ?? 0));
  return (yield* sortByNumber(numbers, keys)).items;
}

/** The canonical hosts of some sites, by site. */
function* hostsOf(
  hosts: Hosts,
  counts: Uint32Array,
  wanted: ReadonlySet<number>,
): Generator<Progress, ReadonlyMap<number, readonly number[]>> {
  const children = new Map<number, number[]>();
  if (wanted.size === 0) return children;
  const theirs = Uint32Array.from(counts.keys()).filter(
    (host) => counts[host] !== 0 && wanted.has(hosts.site(host)),
  );
  for (const host of yield* mostFirst(theirs, counts)) {
    const site = hosts.site(host);
    const known = children.get(site);
    if (known === undefined) children.set(site, [host]);
    else known.push(host);
  }
  return children;
}

/** Which of some names may be values of lines that lack a column. */
interface Hidden {
  readonly sites: ReadonlySet<number>;
  readonly hosts: ReadonlySet<number>;
}

/** Which of some sites, and of some hosts by site, may be values: they are not to be named. */
export function* hiddenNames(
  view: View,
  listed: readonly number[],
  children: ReadonlyMap<number, readonly number[]> = new Map(),
): Generator<Progress, Hidden> {
  const { table, lines } = view.document;
  const { hosts, columns } = table;
  const sites = doubts(listed, (site) => hosts.siteText(site));
  const names = doubts([...children.values()].flat(), (host) => hosts.canonicalText(host));
  if (sites.open.size === 0 && names.open.size === 0) return { sites: sites.hidden, hosts: names.hidden };
  const ids = view.matchedIds();
  for (let at = 0; at < ids.length; at++) {
    if ((at + 1) % ROWS_A_LOOK === 0) yield { done: at, total: ids.length };
    const row = lines.row(ids[at] ?? 0);
    if (((columns.flags[row] ?? Kind.blank) & KIND_MASK) !== Kind.entry) continue;
    const host = columns.host[row] ?? 0;
    const site = hosts.site(host);
    const name = hosts.canonical(host);
    if (!sites.open.has(site) && !names.open.has(name)) continue;
    if (shownField(table, row, 'domain') !== MASK) continue;
    for (const [doubt, number] of [
      [sites, site],
      [names, name],
    ] as const) {
      if (doubt.open.delete(number)) doubt.hidden.add(number);
    }
  }
  return { sites: sites.hidden, hosts: names.hidden };
}

/** Of some names those that are hidden whatever line has them, and those that it takes a look at their lines to know of. */
function doubts(numbers: readonly number[], text: (at: number) => ByteString) {
  const open = new Set<number>();
  const hidden = new Set<number>();
  for (const number of numbers) {
    const name = text(number);
    if (isCertainHost(name)) continue;
    const masked = shownDomain(name, { doubtful: false }).includes(MASK);
    (masked ? hidden : open).add(number);
  }
  return { open, hidden };
}

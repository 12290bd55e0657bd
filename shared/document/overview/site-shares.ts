import { displayText } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import { hiddenNames, siteTerm } from '../site-facet.ts';
import type { View } from '../view.ts';
import type { Amount } from './figures.ts';

/** A registrable domain: what a click writes into the query line, its name, and how much there is of it. */
export interface SiteShare {
  term: string;
  label: string;
  count: number;
  /** Names and values of all its entries. */
  bytes: number;
  /** What all of its entries that have not expired take in one `Cookie` header: names, values, and what parts them. */
  headerBytes: number;
}

/** So many sites are told by each measure: more than a picture can show. */
const MOST = 60;
const MEASURES = ['entries', 'bytes', 'headerBytes'] as const satisfies (keyof Amount)[];

/** The sites with the most of anything, most entries first. One whose name may be a value is not told. */
export function* siteShares(
  view: View,
  sites: ReadonlyMap<number, Amount>,
): Generator<Progress, SiteShare[]> {
  const { hosts } = view.document.table;
  const listed = new Set<number>();
  for (const measure of MEASURES) {
    const largest = [...sites].sort(([, left], [, right]) => right[measure] - left[measure]);
    for (const [site] of largest.slice(0, MOST)) listed.add(site);
    yield { done: listed.size, total: MOST * MEASURES.length };
  }
  const hidden = yield* hiddenNames(view, [...listed]);
  const shares: SiteShare[] = [];
  for (const site of listed) {
    const amount = sites.get(site);
    if (amount === undefined || hidden.sites.has(site)) continue;
    const label = displayText(hosts.siteText(site));
    const { entries: count, bytes, headerBytes } = amount;
    shares.push({ term: siteTerm(label), label, count, bytes, headerBytes });
  }
  return shares.sort((left, right) => right.count - left.count || left.label.localeCompare(right.label));
}

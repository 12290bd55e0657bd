import { displayText } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import { hiddenNames, siteTerm } from '../site-facet.ts';
import type { View } from '../view.ts';
import type { Amounts } from './figures.ts';

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
const MEASURES = ['entries', 'bytes', 'headerBytes'] as const satisfies (keyof Amounts)[];

/** The sites with the most of anything, most entries first. One whose name may be a value is not told. */
export function* siteShares(view: View, sites: Amounts): Generator<Progress, SiteShare[]> {
  const { hosts } = view.document.table;
  const listed = new Set<number>();
  for (const measure of MEASURES) {
    for (const site of largest(sites[measure], MOST)) if (sites.entries[site] !== 0) listed.add(site);
    yield { done: listed.size, total: MOST * MEASURES.length };
  }
  const hidden = yield* hiddenNames(view, [...listed]);
  return [...listed]
    .filter((site) => !hidden.sites.has(site))
    .map((site) => {
      const label = displayText(hosts.siteText(site));
      return {
        term: siteTerm(label),
        label,
        count: sites.entries[site] ?? 0,
        bytes: sites.bytes[site] ?? 0,
        headerBytes: sites.headerBytes[site] ?? 0,
      };
    })
    .sort((left, right) => right.count - left.count || left.label.localeCompare(right.label));
}

/** The places of the largest numbers, the largest first: one pass, for there may be a million. */
function largest(numbers: Uint32Array | Float64Array, most: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    if (places.length === most && number <= (numbers[places[most - 1] ?? 0] ?? 0)) continue;
    const before = places.findIndex((place) => (numbers[place] ?? 0) < number);
    places.splice(before < 0 ? places.length : before, 0, at);
    if (places.length > most) places.pop();
  }
  return places;
}

import type { Severity } from '../rules/rule.ts';
import type { Progress } from '../table/progress.ts';
import type { View } from './view.ts';

/** One value of a facet: what a click writes into the query, what it is called, and how many lines have it. */
export interface FacetValue {
  term: string;
  label: string;
  count: number;
  /** The term stands in the view's query. */
  active: boolean;
}

/** The other face of the filter (`Facets` of the API). */
export interface Facets {
  sites: { values: FacetValue[]; more: number };
  problems: (FacetValue & { severity: Severity })[];
  expiry: FacetValue[];
  flags: FacetValue[];
}

/** Counts what a view shows, by site, problem, expiry and flag. `siteSearch` narrows the list of sites. */
export function facets(
  _view: View,
  _request: { readonly siteSearch?: string; readonly siteLimit?: number },
): Generator<Progress, Facets> {
  throw new Error('pending');
}

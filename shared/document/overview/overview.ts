import type { FacetValue } from '../facets.ts';

/** A mark of a picture: what a click writes into the query line, what it is called, and how many entries it stands for. */
export type Mark = Pick<FacetValue, 'term' | 'label' | 'count'>;

/** A registrable domain. */
export interface SiteShare extends Mark {
  /** Names and values of all its entries. */
  bytes: number;
  /** What all of its entries that have not expired take in one `Cookie` header: names, values, and what parts them. */
  headerBytes: number;
}

/** A document in figures (`Overview` of the API). */
export interface Overview {
  entries: number;
  bytes: number;
  /** Those with the most entries, the most bytes or the longest header; most entries first. */
  sites: SiteShare[];
  /** How many sites there are. */
  siteCount: number;
  /** The stretches of `EXPIRY_BUCKETS`, empty ones too. */
  expiry: Mark[];
  /** All that ends within seven days. */
  thisWeek: number;
  session: Mark;
  /** Entries whose expiry is no number. */
  unreadable: number;
  flags: Mark[];
  purposes: Mark[];
  /** Of a site that a person named: what belongs to it, and what to others. */
  parties?: { first: Mark; third: Mark };
}

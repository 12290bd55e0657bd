import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { everything } from '../everything.ts';
import { facets } from '../facets.ts';
import type { FacetValue } from '../facets.ts';
import { namedSite } from '../query/named-site.ts';
import { quoteTerm } from '../query/query-terms.ts';
import { EXPIRY_BUCKETS } from './expiry-buckets.ts';
import { countFigures } from './figures.ts';
import type { Figures } from './figures.ts';
import { siteShares } from './site-shares.ts';
import type { SiteShare } from './site-shares.ts';

/** A mark of a picture: what a click writes into the query line, what it is called, and how many entries it stands for. */
export type Mark = Pick<FacetValue, 'term' | 'label' | 'count'>;

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
  /** What ends within seven days. */
  thisWeek: Mark;
  session: Mark;
  /** Entries whose expiry is no number. */
  unreadable: number;
  flags: Mark[];
  purposes: Mark[];
  longLived: Mark;
}

/** What belongs to a site that a person named, and what to others. */
export interface Parties {
  site: string;
  first: Mark;
  third: Mark;
}

interface Known {
  readonly revision: number;
  readonly judgementRevision: number;
  readonly figures: Figures;
  readonly overview: Overview;
}

/** Kept until the document changes or its clock moves. */
const known = new WeakMap<CookieDocument, Known>();

/** A whole document in figures. */
export function* overviewOf(document: CookieDocument): Generator<Progress, Overview> {
  return (yield* knownOf(document)).overview;
}

/** How much of a document belongs to a site, named by a host or an address; nothing where the text is neither. */
export function* partiesOf(document: CookieDocument, text: string): Generator<Progress, Parties | undefined> {
  const site = namedSite(text);
  if (site === undefined) return undefined;
  const { figures, overview } = yield* knownOf(document);
  const { hosts } = document.table;
  const { entries } = figures.sites;
  let own = 0;
  for (let at = 0; at < entries.length; at++) if (hosts.siteText(at) === site) own = entries[at] ?? 0;
  const term = quoteTerm(site);
  return {
    site,
    first: { term: `first-party:${term}`, label: 'First-party', count: own },
    third: { term: `third-party:${term}`, label: 'Third-party', count: overview.entries - own },
  };
}

function* knownOf(document: CookieDocument): Generator<Progress, Known> {
  const { revision, judgementRevision } = document;
  const last = known.get(document);
  if (last?.revision === revision && last.judgementRevision === judgementRevision) return last;
  const view = yield* everything(document);
  const figures = yield* countFigures(document);
  const { flags, purposes } = yield* facets(view, { siteLimit: 0 });
  const overview: Overview = {
    entries: figures.entries,
    bytes: figures.bytes,
    sites: yield* siteShares(view, figures.sites),
    siteCount: figures.sites.entries.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    expiry: EXPIRY_BUCKETS.map(({ term, label }, at) => ({ term, label, count: figures.expiry[at] ?? 0 })),
    thisWeek: { term: 'expires:7d', label: 'Within a week', count: thisWeek(figures) },
    session: { term: 'session', label: 'Session', count: figures.session },
    unreadable: figures.unreadable,
    flags: flags.map(markOf),
    purposes: purposes.map(markOf),
    longLived: { term: 'long-lived-id', label: 'Long-lived identifiers', count: figures.longLived },
  };
  const now = { revision, judgementRevision, figures, overview };
  known.set(document, now);
  return now;
}

function markOf({ term, label, count }: FacetValue): Mark {
  return { term, label, count };
}

function thisWeek({ expiry }: Figures): number {
  return EXPIRY_BUCKETS.reduce(
    (sum, { after, until }, at) => (after >= 0 && until <= 7 * 86_400 ? sum + (expiry[at] ?? 0) : sum),
    0,
  );
}

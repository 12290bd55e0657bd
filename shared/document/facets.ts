import { PURPOSE_WORDS, PURPOSES } from '../purposes/purpose.ts';
import { SEVERITIES } from '../rules/rule.ts';
import type { Severity } from '../rules/rule.ts';
import { Flag, Kind, KIND_MASK } from '../table/columns.ts';
import type { Progress } from '../table/progress.ts';
import type { CookieDocument } from './cookie-document.ts';
import { typedTerms } from './query/query-terms.ts';
import { siteFacet } from './site-facet.ts';
import type { SiteFacet, SiteRequest } from './site-facet.ts';
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
  sites: SiteFacet;
  problems: (FacetValue & { severity: Severity })[];
  expiry: FacetValue[];
  flags: FacetValue[];
  /** What entries are probably for; only purposes that some have. */
  purposes: FacetValue[];
}

/** The stretches of time an expiry falls into: the last second of each, from now, and its term. */
const EXPIRY: readonly { readonly until: number; readonly term: string; readonly label: string }[] = [
  { until: 0, term: 'expired', label: 'Expired' },
  { until: 86_400, term: 'expires:24h', label: 'Next 24 hours' },
  { until: 604_800, term: 'expires:24h..7d', label: 'This week' },
  { until: 2_592_000, term: 'expires:7d..30d', label: 'Next 30 days' },
  { until: 31_536_000, term: 'expires:30d..365d', label: 'Within a year' },
  { until: Infinity, term: 'expires>365d', label: 'Later' },
];

const FLAGS: readonly {
  readonly term: string;
  readonly label: string;
  readonly mask: number;
  readonly bits: number;
}[] = [
  { term: 'httponly', label: 'HttpOnly', mask: Flag.httpOnly, bits: Flag.httpOnly },
  { term: '-httponly', label: 'Not HttpOnly', mask: Flag.httpOnly, bits: 0 },
  { term: 'secure', label: 'Secure', mask: Flag.secure, bits: Flag.secure },
  { term: '-secure', label: 'Not Secure', mask: Flag.secure, bits: 0 },
  { term: 'hostonly', label: 'Host only', mask: Flag.subdomains, bits: 0 },
  { term: '-hostonly', label: 'With subdomains', mask: Flag.subdomains, bits: Flag.subdomains },
];

const ROWS_A_SLICE = 16_384;

/** What one pass over the lines of a view counts. */
interface Tally {
  /** By host number. */
  readonly hosts: Uint32Array;
  readonly rules: Uint32Array;
  readonly expiry: Uint32Array;
  readonly flagged: Uint32Array;
  /** By place in `PURPOSE_WORDS`. */
  readonly purposes: Uint32Array;
  session: number;
  entries: number;
}

/** Counts what a view shows, by site and host, problem, expiry and flag. */
export function* facets(view: View, request: SiteRequest = {}): Generator<Progress, Facets> {
  const tally = yield* tallyOf(view);
  const typed = typedTerms(view.text);
  const value = (term: string, label: string, found: number): FacetValue => ({
    term,
    label,
    count: found,
    active: typed.has(term.toLowerCase()),
  });
  const { document } = view;
  const rules = document.judge.findings.rules;
  return {
    sites: yield* siteFacet(view, tally.hosts, { value, ...request }),
    problems: rules
      .map((rule, at) => ({
        ...value(`rule:${rule.id}`, rule.title, tally.rules[at] ?? 0),
        severity: rule.severity,
      }))
      .filter(({ count: found, active }) => found > 0 || active)
      .sort(
        (left, right) =>
          SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || right.count - left.count,
      ),
    expiry: [
      ...EXPIRY.map(({ term, label }, at) => value(term, label, tally.expiry[at] ?? 0)),
      value('session', 'Session', tally.session),
    ],
    flags: FLAGS.map(({ term, label }, at) => value(term, label, tally.flagged[at] ?? 0)),
    purposes: PURPOSE_WORDS.map((word, at) =>
      value(`purpose:${word}`, PURPOSES[word].title, tally.purposes[at] ?? 0),
    ).filter(({ count: found, active }) => found > 0 || active),
  };
}

/** What there is in a whole document, as it was at a revision. */
interface KnownTally {
  readonly revision: number;
  readonly judgementRevision: number;
  readonly shown: number;
  readonly tally: Tally;
}

/** Completing a query asks for it at every key. */
const ofEverything = new WeakMap<CookieDocument, KnownTally>();

function* tallyOf(view: View): Generator<Progress, Tally> {
  const { document } = view;
  const ids = view.matchedIds();
  if (view.text !== '') return yield* count(document, ids);
  const { revision, judgementRevision } = document;
  const known = ofEverything.get(document);
  const now = { revision, judgementRevision, shown: ids.length };
  if (
    known !== undefined &&
    known.revision === revision &&
    known.judgementRevision === judgementRevision &&
    known.shown === ids.length
  )
    return known.tally;
  const tally = yield* count(document, ids);
  ofEverything.set(document, { ...now, tally });
  return tally;
}

function* count(document: CookieDocument, ids: Uint32Array): Generator<Progress, Tally> {
  const { table, lines, now, judge, purposes } = document;
  const { hosts, columns } = table;
  const { flags, expiry, host } = columns;
  const tally: Tally = {
    hosts: new Uint32Array(hosts.count),
    rules: new Uint32Array(judge.findings.rules.length),
    expiry: new Uint32Array(EXPIRY.length),
    flagged: new Uint32Array(FLAGS.length),
    purposes: new Uint32Array(PURPOSE_WORDS.length),
    session: 0,
    entries: 0,
  };
  // Eight combinations of three bits are counted in the pass, and added up for each facet value afterwards.
  const combinations = new Uint32Array(256);
  const countRules = ruleCounter(document, tally.rules);
  for (let from = 0; from < ids.length; from += ROWS_A_SLICE) {
    const to = Math.min(from + ROWS_A_SLICE, ids.length);
    for (let at = from; at < to; at++) {
      const row = lines.row(ids[at] ?? 0);
      const bits = flags[row] ?? Kind.blank;
      countRules(row);
      if ((bits & KIND_MASK) !== Kind.entry) continue;
      tally.entries++;
      const purpose = purposes.place(row);
      tally.purposes[purpose] = (tally.purposes[purpose] ?? 0) + 1;
      combinations[bits & 0xff] = (combinations[bits & 0xff] ?? 0) + 1;
      const name = host[row] ?? 0;
      tally.hosts[name] = (tally.hosts[name] ?? 0) + 1;
      const time = expiry[row] ?? NaN;
      if (time === 0) tally.session++;
      else if (!Number.isNaN(time)) {
        const bucket = bucketOf(time - now);
        tally.expiry[bucket] = (tally.expiry[bucket] ?? 0) + 1;
      }
    }
    if (to < ids.length) yield { done: to, total: ids.length };
  }
  for (const [at, { mask, bits }] of FLAGS.entries()) {
    for (const [combination, found] of combinations.entries()) {
      if ((combination & mask) === bits) tally.flagged[at] = (tally.flagged[at] ?? 0) + found;
    }
  }
  return tally;
}

function bucketOf(left: number): number {
  let bucket = 0;
  while (left > (EXPIRY[bucket]?.until ?? Infinity)) bucket++;
  return bucket;
}

/** Counts the findings of a row, rules that are switched off apart. Most rows have none, so most cost a look at a word. */
function ruleCounter(document: CookieDocument, counts: Uint32Array): (row: number) => void {
  const { findings } = document.judge;
  const words = findings.words.map((bits, word) => {
    const rules: { readonly at: number; readonly bit: number }[] = [];
    let mask = 0;
    for (const [at, rule] of findings.rules.entries()) {
      if (rule.scope === 'document' || !findings.shown(at)) continue;
      const place = findings.place(at);
      if (place.word !== word) continue;
      rules.push({ at, bit: place.bit });
      mask |= place.bit;
    }
    return { bits, rules, mask };
  });
  return (row) => {
    for (const { bits, rules, mask } of words) {
      const found = (bits[row] ?? 0) & mask;
      if (found === 0) continue;
      for (const { at, bit } of rules) if ((found & bit) !== 0) counts[at] = (counts[at] ?? 0) + 1;
    }
  };
}

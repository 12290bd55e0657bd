import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { PurposeWord } from '../../purposes/purpose.ts';
import { purposeSentence } from '../../purposes/purpose-of.ts';
import { displayText } from '../../cookie/byte-string.ts';
import { MASK } from '../../cookie/mask.ts';
import { Kind, KIND_MASK, Trait } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { describeRow } from '../describe-row.ts';
import { overviewOf, partiesOf } from '../overview/overview.ts';
import type { Overview, Parties } from '../overview/overview.ts';
import { LONG_LIVED } from '../query/row-tests.ts';

/** So many entries are listed one by one; more are only counted. A printed page holds some forty. */
export const MOST_LISTED = 5000;
const ENTRIES_A_SLICE = 512;

/** A cookie as the report lists it: masked, its value not at all. */
export interface ReportEntry {
  readonly name: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly purpose: PurposeWord;
  /** What its name is known for, as a sentence that says "probably". */
  readonly known?: string;
  /** Absent for a session. */
  readonly expires?: EpochSeconds;
  readonly expiryUnreadable: boolean;
  readonly secureOnly: boolean;
  readonly httpOnly: boolean;
  /** Its value may single out one person for more than thirteen months. */
  readonly longLivedId: boolean;
}

/** The entries of a registrable domain. */
export interface ReportSite {
  readonly name: string;
  readonly party?: 'first' | 'third';
  readonly entries: readonly ReportEntry[];
}

/** What a person can ask a site about its cookies with. */
export interface Report {
  readonly title: string;
  readonly now: EpochSeconds;
  readonly overview: Overview;
  readonly parties?: Parties;
  /** Most entries first. */
  readonly sites: readonly ReportSite[];
  /** Entries that are not listed. */
  readonly unlisted: number;
  /** Lines that could not be read as cookies. */
  readonly unread: number;
}

interface ReportRequest {
  /** The name of the file. */
  readonly title: string;
  /** A host or an address whose site is first-party. */
  readonly site?: string | undefined;
}

/** A report of a whole document; nothing where what was given as a site is none. */
export function* reportOf(
  document: CookieDocument,
  { title, site }: ReportRequest,
): Generator<Progress, Report | undefined> {
  const parties = site === undefined ? undefined : yield* partiesOf(document, site);
  if (site !== undefined && parties === undefined) return undefined;
  const overview = yield* overviewOf(document);
  const bySite = yield* entriesBySite(document);
  const sites = [...bySite].map(([name, entries]): ReportSite => {
    const first = name === parties?.site;
    return { name, entries, ...(parties && { party: first ? 'first' : 'third' }) };
  });
  return {
    title,
    now: document.now,
    overview,
    ...(parties && { parties }),
    sites: sites.sort((left, right) => right.entries.length - left.entries.length),
    unlisted: Math.max(0, overview.entries - MOST_LISTED),
    unread: document.counts().unparsed,
  };
}

function* entriesBySite(document: CookieDocument): Generator<Progress, Map<string, ReportEntry[]>> {
  const { lines, table } = document;
  const { flags, host } = table.columns;
  const bySite = new Map<string, ReportEntry[]>();
  const ids = lines.ids();
  let listed = 0;
  for (let at = 0; at < ids.length && listed < MOST_LISTED; at++) {
    const id = ids[at] ?? 0;
    const row = lines.row(id);
    if (((flags[row] ?? Kind.blank) & KIND_MASK) !== Kind.entry) continue;
    const entry = reportEntry(document, id);
    const site = displayText(table.hosts.siteText(table.hosts.site(host[row] ?? 0)));
    // Where the domain may be a value, so may what is told of it.
    const name = entry.domain.includes(MASK) ? MASK : site;
    const known = bySite.get(name);
    if (known === undefined) bySite.set(name, [entry]);
    else known.push(entry);
    listed++;
    if (listed % ENTRIES_A_SLICE === 0) yield { done: at, total: ids.length };
  }
  return bySite;
}

function reportEntry(document: CookieDocument, id: number): ReportEntry {
  const row = document.lines.row(id);
  const shown = describeRow(document, id, { selected: false, reveal: false });
  const known = document.purposes.of(row);
  const { name, domain, hostOnly, path, secureOnly, httpOnly, expiryTime } = shown;
  const isId = ((document.table.columns.traits[row] ?? 0) & Trait.valueIdentifier) !== 0;
  return {
    name,
    domain,
    hostOnly,
    path,
    purpose: known?.category ?? 'unknown',
    ...(known && { known: purposeSentence(known) }),
    ...(expiryTime !== undefined && { expires: expiryTime }),
    expiryUnreadable: shown.expiryUnreadable === true,
    secureOnly,
    httpOnly,
    longLivedId: isId && expiryTime !== undefined && expiryTime > document.now + LONG_LIVED,
  };
}

import { Kind, KIND_MASK, Trait } from '../../table/columns.ts';
import type { Hosts } from '../../table/hosts.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { LONG_LIVED } from '../query/row-tests.ts';
import { bucketOf, EXPIRY_BUCKETS } from './expiry-buckets.ts';

/** Rows looked at between two slices: some milliseconds. */
const ROWS_A_SLICE = 16_384;
/** What parts cookies and their halves in a `Cookie` header: `=`, `;` and a blank. */
const BETWEEN = 3;

/** How much there is of each host or site, by its number. */
export interface Amounts {
  readonly entries: Uint32Array;
  /** Names and values. */
  readonly bytes: Float64Array;
  /** What the entries that have not expired take in one `Cookie` header. */
  readonly headerBytes: Float64Array;
}

/** What one pass over the entries of a document counts. */
export interface Figures {
  readonly entries: number;
  readonly bytes: number;
  readonly sites: Amounts;
  /** By place in `EXPIRY_BUCKETS`. */
  readonly expiry: Uint32Array;
  readonly session: number;
  readonly unreadable: number;
  /** Values that look like identifiers and live on for more than thirteen months. */
  readonly longLived: number;
}

/** Counts all entries of a document. */
export function* countFigures(document: CookieDocument): Generator<Progress, Figures> {
  const { table, lines, now } = document;
  const { columns, hosts } = table;
  const { flags, expiry, host, traits } = columns;
  const rows = lines.rows();
  const byHost = amountsOf(hosts.count);
  const buckets = new Uint32Array(EXPIRY_BUCKETS.length);
  let [entries, bytes, session, unreadable, longLived] = [0, 0, 0, 0, 0];
  for (let at = 0; at < rows.length; at++) {
    if (at % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield { done: at, total: rows.length };
    const row = rows[at] ?? 0;
    if (((flags[row] ?? Kind.blank) & KIND_MASK) !== Kind.entry) continue;
    const size = table.fieldLength(row, 'name') + table.fieldLength(row, 'value');
    const time = expiry[row] ?? NaN;
    entries++;
    bytes += size;
    if (time === 0) session++;
    else if (Number.isNaN(time)) unreadable++;
    else {
      const bucket = bucketOf(time, now);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
      if (time > now + LONG_LIVED && ((traits[row] ?? 0) & Trait.valueIdentifier) !== 0) longLived++;
    }
    const isSent = time === 0 || !(time <= now);
    add(byHost, host[row] ?? 0, 1, size, isSent ? size + BETWEEN : 0);
  }
  const sites = yield* bySite(hosts, byHost);
  return { entries, bytes, sites, expiry: buckets, session, unreadable, longLived };
}

function amountsOf(count: number): Amounts {
  return {
    entries: new Uint32Array(count),
    bytes: new Float64Array(count),
    headerBytes: new Float64Array(count),
  };
}

function* bySite(hosts: Hosts, byHost: Amounts): Generator<Progress, Amounts> {
  const sites = amountsOf(hosts.siteCount);
  const { entries, bytes, headerBytes } = byHost;
  for (let host = 0; host < entries.length; host++) {
    const count = entries[host] ?? 0;
    if (count > 0) add(sites, hosts.site(host), count, bytes[host] ?? 0, headerBytes[host] ?? 0);
    if (host % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield { done: host, total: entries.length };
  }
  return sites;
}

// A hot loop calls it for each row: numbers instead of an object.
// oxlint-disable-next-line max-params
function add(to: Amounts, at: number, entries: number, bytes: number, headerBytes: number): void {
  to.entries[at] = (to.entries[at] ?? 0) + entries;
  to.bytes[at] = (to.bytes[at] ?? 0) + bytes;
  to.headerBytes[at] = (to.headerBytes[at] ?? 0) + headerBytes;
}

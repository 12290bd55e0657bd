import { Kind, KIND_MASK, Trait } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { LONG_LIVED } from '../query/row-tests.ts';
import { bucketOf, EXPIRY_BUCKETS } from './expiry-buckets.ts';

/** Rows looked at between two slices: some milliseconds. */
const ROWS_A_SLICE = 16_384;
/** What parts cookies and their halves in a `Cookie` header: `=`, `;` and a blank. */
const BETWEEN = 3;

/** How much there is of a host or a site. */
export interface Amount {
  entries: number;
  /** Names and values. */
  bytes: number;
  /** What the entries that have not expired take in one `Cookie` header. */
  headerBytes: number;
}

/** What one pass over the entries of a document counts. */
export interface Figures {
  readonly entries: number;
  readonly bytes: number;
  /** By the number of the site. */
  readonly sites: ReadonlyMap<number, Amount>;
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
  const byHost = new Map<number, Amount>();
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
    add(byHost, host[row] ?? 0, { entries: 1, bytes: size, headerBytes: isSent ? size + BETWEEN : 0 });
  }
  const sites = new Map<number, Amount>();
  for (const [at, amount] of byHost) add(sites, hosts.site(at), amount);
  return { entries, bytes, sites, expiry: buckets, session, unreadable, longLived };
}

function add(amounts: Map<number, Amount>, key: number, more: Amount): void {
  const amount = amounts.get(key);
  if (amount === undefined) {
    amounts.set(key, { ...more });
    return;
  }
  amount.entries += more.entries;
  amount.bytes += more.bytes;
  amount.headerBytes += more.headerBytes;
}

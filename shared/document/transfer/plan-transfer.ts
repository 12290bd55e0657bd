import { cookieIdentity } from '../../cookie/cookie-identity.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import { addLosses } from '../../formats/losses.ts';
import { lossTally } from '../../formats/loss-tally.ts';
import type { Loss } from '../../formats/loss.ts';
import { isMagicHeader } from '../../rules/reading/magic-header.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { LINES_A_SLICE } from '../edits/edit-work.ts';
import { arrivingCookie, passageOf, saysTheSame } from './arriving.ts';
import type { Incoming } from './incoming.ts';

/**
 * What an incoming row is to a document. `none`: blank, or a header, which files have of their own. `unfit`: it cannot be
 * held. `new` and `line` (one that is no entry) are added, `changed` takes the place of the entry of that identity,
 * `identical` is there already; `repeated` comes again further down, and the last one counts.
 */
export const Standing = {
  none: 0,
  unfit: 1,
  line: 2,
  new: 3,
  changed: 4,
  identical: 5,
  repeated: 6,
} as const;
export type StandingName = keyof typeof Standing;

/** What would come of rows in a document. Good for the state it was planned in only. */
export interface TransferPlan {
  readonly incoming: Incoming;
  readonly revision: number;
  readonly time: EpochSeconds;
  /** One of `Standing` for each row of `incoming`, in their order. */
  readonly standing: Uint8Array;
  /** The line of the document that a changed or identical row meets; `ABSENT` otherwise. */
  readonly meets: Uint32Array;
  readonly counts: Readonly<Record<StandingName, number>>;
  /** What the document's format cannot hold of the cookies. */
  readonly losses: readonly Loss[];
}

/** Puts rows beside a document's entries, by identity. Nothing is changed. */
export function* planTransfer(
  document: CookieDocument,
  incoming: Incoming,
  time: EpochSeconds,
): Generator<Progress, TransferPlan> {
  const { rows } = incoming;
  const keys = yield* keysOf(document, incoming);
  const met = yield* linesOfKeys(document, incoming, keys.last);
  const standing = new Uint8Array(rows.length);
  const meets = new Uint32Array(rows.length).fill(ABSENT);
  const counts = { none: 0, unfit: 0, line: 0, new: 0, changed: 0, identical: 0, repeated: 0 };
  for (let at = 0; at < rows.length; at++) {
    const key = keys.of[at];
    const name = key === undefined ? (keys.unfit.has(at) ? 'unfit' : 'none') : standingOf(at, key);
    standing[at] = Standing[name];
    counts[name]++;
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: rows.length };
  }
  return { incoming, revision: document.revision, time, standing, meets, counts, losses: keys.losses };

  function standingOf(at: number, key: string): StandingName {
    const isLine = key.startsWith(LINE);
    if (!isLine && keys.last.get(key) !== at) return 'repeated';
    const id = met.get(key);
    if (id === undefined) return isLine ? 'line' : 'new';
    meets[at] = id;
    if (isLine) return 'identical';
    const mine = document.table.cookie(document.lines.row(id));
    const theirs = arrivingCookie(document, incoming, rows[at] ?? 0);
    return saysTheSame(mine, theirs, document) ? 'identical' : 'changed';
  }
}

/** What rows are known by: entries by their identity, other lines by their bytes. */
interface Keys {
  /** By place; nothing for rows that do not go in. */
  readonly of: readonly (string | undefined)[];
  readonly unfit: ReadonlySet<number>;
  /** The last place of each key. */
  readonly last: ReadonlyMap<string, number>;
  readonly losses: readonly Loss[];
}

/** Begins the key of a line that is no entry; identities begin with a number. */
const LINE = '#';

function* keysOf(document: CookieDocument, incoming: Incoming): Generator<Progress, Keys> {
  const { rows, table } = incoming;
  const passage = passageOf(document, incoming);
  const tally = lossTally();
  const of: (string | undefined)[] = [];
  const unfit = new Set<number>();
  const last = new Map<string, number>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const key = keyOf(row);
    of.push(key);
    if (key !== undefined) last.set(key, at);
    else if (!isNothing(table, row)) unfit.add(at);
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: 2 * rows.length };
  }
  return { of, unfit, last, losses: tally.losses() };

  function keyOf(row: number): string | undefined {
    if (isNothing(table, row)) return undefined;
    if (!isEntry(table, row)) return passage === 'line' ? LINE + table.line(row) : undefined;
    const fits = passage !== 'cookie' || addLosses(tally, table.cookie(row), document.format);
    return fits ? cookieIdentity(arrivingCookie(document, incoming, row)) : undefined;
  }
}

/** The lines of the document that have some of these keys; of several the last one counts, as it does for clients. */
function* linesOfKeys(
  document: CookieDocument,
  incoming: Incoming,
  keys: ReadonlyMap<string, number>,
): Generator<Progress, ReadonlyMap<string, number>> {
  const { table, lines } = document;
  const names = new Set<string>();
  let others = false;
  for (const [key, at] of keys) {
    if (key.startsWith(LINE)) others = true;
    else names.add(incoming.table.field(incoming.rows[at] ?? 0, 'name'));
  }
  const found = new Map<string, number>();
  const ids = lines.ids();
  for (let at = 0; at < ids.length; at++) {
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: ids.length };
    const id = ids[at] ?? 0;
    const row = lines.row(id);
    if (!isEntry(table, row)) {
      if (others) found.set(LINE + table.line(row), id);
    } else if (names.has(table.field(row, 'name'))) found.set(cookieIdentity(table.cookie(row)), id);
  }
  return found;
}

function isEntry(table: Table, row: number): boolean {
  return kindOf(table, row) === Kind.entry;
}

function isNothing(table: Table, row: number): boolean {
  const kind = kindOf(table, row);
  return kind === Kind.blank || (kind === Kind.comment && isMagicHeader(table.line(row)));
}

function kindOf(table: Table, row: number): number {
  return (table.columns.flags[row] ?? Kind.blank) & KIND_MASK;
}

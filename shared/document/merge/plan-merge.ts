import type { EpochSeconds } from '../../cookie/cookie.ts';
import { isMagicHeader } from '../../rules/reading/magic-header.ts';
import { Flag, Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';
import { ABSENT, withInserted } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { OpenRefusal } from '../open-document.ts';
import { sameContent, sameRow } from '../reload/compare-rows.ts';
import { readDisk } from '../reload/disk-rows.ts';
import type { DiskRows } from '../reload/disk-rows.ts';
import { isReordered, matchLines } from '../reload/match-lines.ts';
import type { LineMatch } from '../reload/match-lines.ts';
import { reloadWords, tallyReload } from '../reload/reload-words.ts';
import { savedLines } from '../reload/saved-lines.ts';
import type { SavedLines } from '../reload/saved-lines.ts';
import { matchAdded } from './match-added.ts';
import type { Matched } from './match-added.ts';
import { mergeFields } from './merge-fields.ts';
import { Outcome } from './merge-plan.ts';
import type { MergePlan } from './merge-plan.ts';
import { diskInsertion } from './place-lines.ts';

const ROWS_A_SLICE = 2048;

/** Puts a document with pending edits beside what is on disk now; what was saved last is what both come from. */
export function* planMerge(
  document: CookieDocument,
  request: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly size?: number;
    readonly now: EpochSeconds;
  },
): Generator<Progress, MergePlan | OpenRefusal> {
  const disk = yield* readDisk(document, request);
  if ('refused' in disk) return disk;
  const base = savedLines(document);
  return yield* plan(document, {
    kind: 'merge',
    disk,
    base,
    now: request.now,
    entriesOnly: false,
    foreign: false,
  });
}

/** Puts a document beside another one, freshly read: every difference is one that can be taken over. */
export function* planCompare(
  document: CookieDocument,
  other: CookieDocument,
  now: EpochSeconds,
): Generator<Progress, MergePlan> {
  const { lines } = document;
  const { encoding } = other.properties;
  const rowOf = new Uint32Array(lines.idCount);
  for (let id = 0; id < rowOf.length; id++) rowOf[id] = lines.row(id);
  const kinds = [document.format.kind, other.format.kind];
  return yield* plan(document, {
    kind: 'compare',
    disk: { table: other.table, encoding },
    base: { ids: lines.ids(), rows: lines.rows(), rowOf },
    now,
    entriesOnly: kinds.includes('source'),
    foreign: kinds[0] !== kinds[1],
  });
}

interface Planning {
  readonly kind: MergePlan['kind'];
  readonly disk: DiskRows;
  readonly base: SavedLines;
  readonly now: EpochSeconds;
  /** Of structured text only entries can be taken over. */
  readonly entriesOnly: boolean;
  readonly foreign: boolean;
}

function* plan(document: CookieDocument, planning: Planning): Generator<Progress, MergePlan> {
  const { kind, disk, base, now } = planning;
  yield { done: 0, total: base.rows.length };
  const match = yield* matchLines(document.table, base.rows, disk.table);
  const tally = yield* tallyReload({ mine: document.table, saved: base.rows, disk, match });
  const was =
    kind === 'compare'
      ? document.properties
      : (document.sinceSaved().properties?.before ?? document.properties);
  const summary = reloadWords(tally, { reordered: isReordered(match), was: was.encoding, is: disk.encoding });
  const total = base.rows.length;
  yield { done: total, total };
  const matched = byId(document, planning, match);
  yield { done: total, total };
  yield* matchAdded(matched);
  const { all, fresh } = withFresh(matched, document.lines.idCount);
  yield { done: total, total };
  const outcome = yield* outcomes(all, planning.entriesOnly);
  let conflicts = 0;
  for (const one of outcome) if (one === Outcome.conflict) conflicts++;
  yield { done: total, total };
  const insertion = diskInsertion(all.idOf, document.lines.idCount);
  const order = fresh === 0 ? document.lines.order() : withInserted(document.lines.order(), insertion);
  return {
    kind,
    summary,
    time: now,
    revision: document.revision,
    disk,
    foreign: planning.foreign,
    base: all.base,
    mine: all.mine,
    theirs: all.theirs,
    idOf: all.idOf,
    outcome,
    differing: order.filter((id) => outcome[id] !== Outcome.same),
    conflicts,
    blindToHttpOnly: kind === 'merge' && isBlindToHttpOnly(all),
    reordered: {
      mine: kind === 'merge' && document.sinceSaved().move !== undefined,
      theirs: isReordered(match),
    },
  };
}

function byId(document: CookieDocument, { disk, base }: Planning, match: LineMatch): Matched {
  const { table, lines } = document;
  const mine = new Uint32Array(lines.idCount);
  for (let id = 0; id < mine.length; id++) mine[id] = lines.row(id);
  const theirs = new Uint32Array(lines.idCount).fill(ABSENT);
  const idOf = new Uint32Array(disk.table.count).fill(ABSENT);
  for (let row = 0; row < idOf.length; row++) {
    const place = match.placeOf[row] ?? ABSENT;
    if (place === ABSENT || isOtherComment(table, base.rows[place] ?? 0, disk.table, row)) continue;
    const id = base.ids[place] ?? 0;
    theirs[id] = row;
    idOf[row] = id;
  }
  return { table, disk: disk.table, base: base.rowOf.slice(), mine, theirs, idOf };
}

/** Scenario: a program puts its own header where the person's notes stood. That is one comment gone and another one new. */
function isOtherComment(mine: Table, was: number, disk: Table, row: number): boolean {
  if (kindOf(mine, was) !== Kind.comment && kindOf(disk, row) !== Kind.comment) return false;
  // A header is one whatever it says: what follows it goes on doing so.
  if (isMagicHeader(mine.line(was)) && isMagicHeader(disk.line(row))) return false;
  return !sameContent({ table: mine, row: was }, { table: disk, row });
}

/** Gives ids to the lines that only they have. */
function withFresh(matched: Matched, idCount: number): { readonly all: Matched; readonly fresh: number } {
  const { idOf } = matched;
  const ids: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < idOf.length; row++) {
    if (idOf[row] !== ABSENT) continue;
    idOf[row] = idCount + ids.length;
    ids.push(idOf[row] ?? 0);
    rows.push(row);
  }
  const grown = (column: Uint32Array): Uint32Array => {
    const all = new Uint32Array(idCount + ids.length).fill(ABSENT);
    all.set(column);
    return all;
  };
  const theirs = grown(matched.theirs);
  theirs.set(rows, idCount);
  const all = { ...matched, base: grown(matched.base), mine: grown(matched.mine), theirs };
  return { all, fresh: ids.length };
}

function* outcomes(matched: Matched, entriesOnly: boolean): Generator<Progress, Uint8Array> {
  const { base, table, disk, mine, theirs } = matched;
  const outcome = new Uint8Array(base.length);
  for (let id = 0; id < outcome.length; id++) {
    if (id % ROWS_A_SLICE === 0) yield { done: id, total: outcome.length };
    outcome[id] = outcomeOf(matched, id);
    if (!entriesOnly || outcome[id] === Outcome.same) continue;
    const [one = ABSENT, other = ABSENT] = [mine[id], theirs[id]];
    const both = (one === ABSENT || isEntry(table, one)) && (other === ABSENT || isEntry(disk, other));
    if (!both) outcome[id] = Outcome.same;
  }
  return outcome;
}

function outcomeOf({ table, disk, base, mine, theirs }: Matched, id: number): number {
  const was = base[id] ?? ABSENT;
  const one = mine[id] ?? ABSENT;
  const other = theirs[id] ?? ABSENT;
  const kept =
    was === one || (was !== ABSENT && one !== ABSENT && sameRow({ table, row: was }, { table, row: one }));
  const keptThere =
    was === ABSENT || other === ABSENT
      ? was === other
      : sameRow({ table, row: was }, { table: disk, row: other });
  if (kept) return keptThere ? Outcome.same : Outcome.theirs;
  if (keptThere) return Outcome.mine;
  if (one === ABSENT || other === ABSENT) return one === other ? Outcome.same : Outcome.conflict;
  const sides = { mine: { table, row: one }, theirs: { table: disk, row: other } };
  if (sameContent(sides.mine, sides.theirs)) return Outcome.both;
  const from = was === ABSENT ? undefined : { table, row: was };
  // Where one side left everything but the line end, that end and the other's content go together.
  if (from && (sameContent(from, sides.mine) || sameContent(from, sides.theirs))) return Outcome.both;
  if (!isEntry(table, one) || !isEntry(disk, other)) return Outcome.conflict;
  const known = from && isEntry(table, from.row) ? { base: from } : {};
  const fields = Object.values(mergeFields({ ...known, ...sides }));
  return fields.includes('conflict') ? Outcome.conflict : Outcome.both;
}

function isBlindToHttpOnly({ table, disk, base, theirs }: Matched): boolean {
  const marked = ({ columns }: Table, row: number): boolean =>
    ((columns.flags[row] ?? 0) & KIND_MASK) === Kind.entry &&
    ((columns.flags[row] ?? 0) & Flag.httpOnly) !== 0;
  let known = 0;
  for (let id = 0; id < base.length; id++) {
    const [was = ABSENT, is = ABSENT] = [base[id], theirs[id]];
    if (is !== ABSENT && marked(disk, is)) return false;
    if (was === ABSENT || !marked(table, was)) continue;
    if (is !== ABSENT) return false;
    known++;
  }
  return known > 0 && disk.count > 0;
}

function isEntry(table: Table, row: number): boolean {
  return kindOf(table, row) === Kind.entry;
}

function kindOf(table: Table, row: number): number {
  return (table.columns.flags[row] ?? Kind.blank) & KIND_MASK;
}

import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { ChosenClient } from '../../clients/registry.ts';
import { Flag } from '../../table/columns.ts';
import { type Progress, visitInSlices } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { ChangeBuilder } from '../edits/change-builder.ts';
import { repairExport } from '../edits/repair-export.ts';
import { overruledRules } from '../overruled-rules.ts';
import { collectPatch } from '../edits/document-patch.ts';
import { commitEdit } from '../edits/edit-work.ts';
import { documentMends } from './document-mends.ts';
import { lineMend } from './line-mends.ts';
import { needlessEdits } from './needless-edits.ts';
import type { RepairForRequest } from './repair-request.ts';
import { scratchCopy } from './scratch-copy.ts';
import { Rank, standingOf, type ClientStanding, type Standing } from './troubles.ts';

/** A document and what it would become. */
export interface RepairPlan {
  /** A copy in which everything is mended already; its line 0 is the document's first one, and so on. */
  readonly mended: CookieDocument;
  /** How many lines the document has; lines of the copy with larger ids came in. */
  readonly lineCount: number;
  /** How the document fares as it is. */
  readonly before: Standing;
  /** What still stands between the clients and the file. */
  readonly standing: Standing;
  /** How many HttpOnly marks come off, and how many lines are taken out, because the person allowed it. */
  readonly marksGiven: number;
  readonly linesGiven: number;
}

/** A line may have as many troubles as it has columns, each of which hides the next; more rounds mean a fix that is no fix. */
const ROUNDS = 24;
const TRIES = 4;
const STEP = { label: 'Mend', event: 'fix.rule' } as const;

/** Work in progress: the copy, and how it fares by now. */
interface Work {
  readonly copy: CookieDocument;
  readonly clients: readonly ChosenClient[];
  readonly request: RepairForRequest;
  readonly now: EpochSeconds;
  /** Document rules that did not help. */
  readonly useless: Set<string>;
  linesGiven: number;
  standing: Standing;
}

/**
 * Finds the smallest edits after which the clients load every entry, by asking them: each reason for which a line or the
 * file is not loaded has its own fix applied to that line or the file, until nothing more helps. An edit after
 * which a client loads less, or reads a line otherwise, is not made. Nothing for documents that no client reads.
 */
export function* planRepair(
  document: CookieDocument,
  request: RepairForRequest,
): Generator<Progress, RepairPlan | undefined> {
  if (document.properties.source !== undefined) return undefined;
  const copy = yield* scratchCopy(document);
  if (copy === undefined) return undefined;
  const { clients, now } = request;
  const before = yield* standingOf(copy, clients, now);
  let standing = before;
  const { writer } = request;
  if (writer !== undefined && goesByDamage(overruledRules(copy, writer), standing)) {
    yield* repairExport(copy, { writer, choices: [], now });
    standing = yield* standingOf(copy, clients, now);
  }
  const work: Work = { copy, clients, request, now, useless: new Set(), linesGiven: 0, standing };
  for (let round = 0; round < ROUNDS; round++) {
    if (!((yield* mendDocument(work)) || (yield* mendLines(work)))) break;
  }
  const needless = yield* needlessEdits(copy, before, work.standing);
  if (needless.size > 0) yield* tried(work, needless);
  return {
    mended: copy,
    lineCount: document.lines.liveCount,
    before,
    standing: work.standing,
    marksGiven: marksTaken(copy),
    linesGiven: work.linesGiven,
  };
}

/** How many lines had an HttpOnly mark and have none any more. */
function marksTaken(copy: CookieDocument): number {
  const { before, after } = copy.sinceSaved().rows;
  const { flags } = copy.table.columns;
  const isMarked = (row = ABSENT): boolean => row !== ABSENT && ((flags[row] ?? 0) & Flag.httpOnly) !== 0;
  let marks = 0;
  for (const [at, row] of before.entries()) {
    if (isMarked(row) && after[at] !== ABSENT && !isMarked(after[at])) marks++;
  }
  return marks;
}

/** Is there a trouble whose fix goes by what the writer of the file got wrong? */
function goesByDamage(overruled: readonly string[], { troubles }: Standing): boolean {
  return troubles.some(({ reason }) => reason.rule !== undefined && overruled.includes(reason.rule));
}

/** Tries the fixes of the whole file one by one; true when one was made. */
function* mendDocument(work: Work): Generator<Progress, boolean> {
  const { copy, useless } = work;
  for (const { rule, patch } of documentMends(copy, work.standing.troubles)) {
    if (useless.has(rule)) continue;
    const builder = new ChangeBuilder(copy);
    yield* collectPatch(copy, patch, builder);
    if ((yield* tried(work, builder)) === 'better') return true;
    useless.add(rule);
  }
  return false;
}

/** Makes one edit in every line that needs one; true when there was one. */
function* mendLines(work: Work): Generator<Progress, boolean> {
  const blocked = new Set<number>();
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { builder, linesGiven } = yield* collected(work, blocked);
    if (builder.size === 0) return false;
    const outcome = yield* tried(work, builder);
    if (outcome === 'better') {
      work.linesGiven += linesGiven;
      return true;
    }
    if (outcome.length === 0) return false;
    for (const id of outcome) blocked.add(id);
  }
  return false;
}

function* collected(
  { copy, standing, request, now }: Work,
  blocked: ReadonlySet<number>,
): Generator<Progress, { readonly builder: ChangeBuilder; readonly linesGiven: number }> {
  const builder = new ChangeBuilder(copy);
  let linesGiven = 0;
  const done = new Set(blocked);
  yield* visitInSlices(standing.troubles, (trouble) => {
    const { id } = trouble;
    if (id === undefined || done.has(id)) return;
    const mend = lineMend(copy, trouble, { allow: request.allow, now });
    const [row, ...more] = mend?.rows ?? [];
    if (mend === undefined || row === copy.lines.row(id)) return;
    done.add(id);
    if (mend.given === 'lines') linesGiven++;
    if (row === undefined) builder.remove(id);
    else builder.replace(id, row);
    for (const next of more) builder.insert(id, next);
  });
  return { builder, linesGiven };
}

/**
 * Makes a change and keeps it when no client is worse off: otherwise the lines at fault, none of them when the whole file
 * is refused now.
 */
function* tried(work: Work, builder: ChangeBuilder): Generator<Progress, 'better' | readonly number[]> {
  const { copy, clients, now } = work;
  yield* commitEdit(copy, builder, { ...STEP, now });
  const standing = yield* standingOf(copy, clients, now);
  const worse = worseLines(work.standing, standing, work.request.allow.includes('http-only'));
  if (worse === undefined) {
    work.standing = standing;
    return 'better';
  }
  yield* copy.undo();
  return worse;
}

/**
 * The lines to leave alone, for a client loads less of the file with them; nothing when none does. Marks that may come off
 * do no harm, for they will, nor does one on a cookie that was loaded in vain.
 */
function worseLines(before: Standing, after: Standing, marksMayGo: boolean): readonly number[] | undefined {
  const worse = new Set<number>();
  for (const [client, was] of before.clients.entries()) {
    const is = after.clients[client];
    if (is === undefined || was.refused) continue;
    if (is.refused) return stoppedAt(after, client);
    for (const [id, rank] of was.ranks.entries()) {
      if (rank === Rank.none || (is.ranks[id] ?? Rank.none) >= rank) continue;
      if (
        isOverruled(was, is, id) ||
        is.crowdedOut.has(id) ||
        (is.marked.has(id) && (marksMayGo || rank === Rank.useless))
      )
        continue;
      worse.add(id);
      const cause = is.causes.get(id);
      if (cause !== undefined) worse.add(cause);
    }
  }
  return worse.size === 0 ? undefined : [...worse];
}

/** A later entry of the same identity, which is read only now, wins as its writer meant. */
function isOverruled(was: ClientStanding, is: ClientStanding, id: number): boolean {
  const cause = is.causes.get(id);
  return is.replaced.has(id) && cause !== undefined && was.ranks[cause] === Rank.lost;
}

function stoppedAt(after: Standing, client: number): readonly number[] {
  return after.troubles.flatMap((trouble) =>
    trouble.client === client && trouble.kind === 'stops' && trouble.id !== undefined ? [trouble.id] : [],
  );
}

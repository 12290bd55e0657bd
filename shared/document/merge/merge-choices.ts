import type { ByteString } from '../../cookie/byte-string.ts';
import { isSignatureComment } from '../../exporters/signature-comment.ts';
import { Flag, Kind, KIND_MASK } from '../../table/columns.ts';
import { isMagicHeader, isOtherHeader } from '../../rules/reading/magic-header.ts';
import type { Table } from '../../table/table.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { sameContent } from '../reload/compare-rows.ts';
import { MERGE_FIELDS, mergeFields, ofFields } from './merge-fields.ts';
import type { EntrySides, FieldOutcome, MergeField, Side } from './merge-fields.ts';
import { Outcome } from './merge-plan.ts';
import type { Dropped, MergePlan } from './merge-plan.ts';

/** What one line takes: a whole side, or a side field by field where both changed it. */
export type LineChoice = Side | { readonly fields: Readonly<Partial<Record<MergeField, Side>>> };

/** What a person decided about a plan. */
export interface MergeChoices {
  readonly lines: ReadonlyMap<number, LineChoice>;
  /** What conflicts take that are not named; without it they stay open. */
  readonly conflicts?: Side | undefined;
  /** What other lines take that are not named; without it, what was put together. */
  readonly others?: Side | undefined;
  /** HttpOnly marks and comments that they dropped stay. */
  readonly keepDropped?: boolean | undefined;
}

/** What becomes of a line: one side's, nothing, both put together by field, or nobody has decided. */
export type Decision =
  | { readonly take: Side }
  | { readonly take: 'fields'; readonly fields: Readonly<Record<MergeField, Side>> }
  | { readonly take: 'open' };

const MINE: Decision = { take: 'mine' };
const THEIRS: Decision = { take: 'theirs' };
const OPEN: Decision = { take: 'open' };
const ALL_MINE = all('mine');
const ALL_THEIRS = all('theirs');

/** The entry of a line in its three states; nothing unless both sides have it as an entry. */
export function entrySides(document: CookieDocument, plan: MergePlan, id: number): EntrySides | undefined {
  const { table } = document;
  const disk = plan.disk.table;
  const [base = ABSENT, mine = ABSENT, theirs = ABSENT] = [plan.base[id], plan.mine[id], plan.theirs[id]];
  if (mine === ABSENT || theirs === ABSENT) return undefined;
  if (kindOf(table, mine) !== Kind.entry || kindOf(disk, theirs) !== Kind.entry) return undefined;
  const hasBase = base !== ABSENT && kindOf(table, base) === Kind.entry;
  return {
    ...(hasBase && { base: { table, row: base } }),
    mine: { table, row: mine },
    theirs: { table: disk, row: theirs },
  };
}

/** Decides one line that differs. */
export function decide(
  document: CookieDocument,
  plan: MergePlan,
  id: number,
  choices: MergeChoices,
): Decision {
  const outcome = plan.outcome[id];
  const named = choices.lines.get(id);
  if (named === 'mine') return MINE;
  if (named === 'theirs') return THEIRS;
  if (named === undefined && outcome !== Outcome.conflict && choices.others !== undefined) {
    return choices.others === 'mine' ? MINE : THEIRS;
  }
  const kept = choices.keepDropped === true ? keptOf(document, plan, id) : undefined;
  if (kept === 'line') return MINE;
  const sides = entrySides(document, plan, id);
  if (named === undefined && kept === undefined) {
    if (outcome === Outcome.mine) return MINE;
    if (outcome === Outcome.theirs) return THEIRS;
  }
  if (sides === undefined) return wholeLine(document, plan, id, choices);
  const picks = { ...named?.fields, ...(kept === 'httpOnly' && { httpOnly: 'mine' as const }) };
  const outcomes = mergeFields(sides);
  const open = (field: MergeField): boolean => outcomes[field] === 'conflict' && picks[field] === undefined;
  if (choices.conflicts === undefined && MERGE_FIELDS.some(open)) return OPEN;
  return {
    take: 'fields',
    fields: ofFields((field) => picks[field] ?? sideOf(outcomes[field], choices)),
  };
}

function all(side: Side): Readonly<Record<MergeField, Side>> {
  return ofFields(() => side);
}

/** A line that is no entry on both sides is taken whole; only its end can be of the other one. */
function wholeLine(
  document: CookieDocument,
  plan: MergePlan,
  id: number,
  { conflicts }: MergeChoices,
): Decision {
  if (plan.outcome[id] === Outcome.conflict) {
    if (conflicts === undefined) return OPEN;
    return conflicts === 'mine' ? MINE : THEIRS;
  }
  const { table } = document;
  const [base = ABSENT, mine = ABSENT] = [plan.base[id], plan.mine[id]];
  const kept = base !== ABSENT && sameContent({ table, row: base }, { table, row: mine });
  return { take: 'fields', fields: kept ? ALL_THEIRS : ALL_MINE };
}

function sideOf(outcome: FieldOutcome, { conflicts }: MergeChoices): Side {
  if (outcome === 'conflict') return conflicts ?? 'mine';
  return outcome === 'theirs' ? 'theirs' : 'mine';
}

/** What they dropped of a line that I still have: all of it, or the HttpOnly mark of an entry. */
export function keptOf(
  document: CookieDocument,
  plan: MergePlan,
  id: number,
): 'line' | 'httpOnly' | undefined {
  const { table } = document;
  const disk = plan.disk.table;
  const [base = ABSENT, mine = ABSENT, theirs = ABSENT] = [plan.base[id], plan.mine[id], plan.theirs[id]];
  if (base === ABSENT || mine === ABSENT) return undefined;
  if (theirs === ABSENT) {
    const isNote = kindOf(table, mine) === Kind.comment && !isWriters(table.line(mine));
    const isHidden = plan.blindToHttpOnly && kindOf(table, mine) === Kind.entry && marked(table, base);
    return isNote || isHidden ? 'line' : undefined;
  }
  if (kindOf(table, mine) !== Kind.entry || kindOf(disk, theirs) !== Kind.entry) return undefined;
  const lost = marked(table, base) && marked(table, mine) && !marked(disk, theirs);
  return lost ? 'httpOnly' : undefined;
}

function marked({ columns }: Table, row: number): boolean {
  return ((columns.flags[row] ?? 0) & Flag.httpOnly) !== 0;
}

/** A header, or what writers put under it: not a person's words. */
function isWriters(line: ByteString): boolean {
  return isMagicHeader(line) || isOtherHeader(line) || isSignatureComment(line);
}

/** Counts what they dropped that can be put back. */
export function droppedBy(document: CookieDocument, plan: MergePlan): Dropped {
  const dropped = { entries: 0, httpOnly: 0, comments: 0 };
  if (plan.kind === 'compare') return dropped;
  for (const id of plan.differing) {
    const kept = keptOf(document, plan, id);
    if (kept === 'httpOnly') dropped.httpOnly++;
    else if (kept === 'line') {
      const mine = plan.mine[id] ?? 0;
      dropped[kindOf(document.table, mine) === Kind.entry ? 'entries' : 'comments']++;
    }
  }
  return dropped;
}

function kindOf(table: Table, row: number): number {
  return (table.columns.flags[row] ?? Kind.blank) & KIND_MASK;
}

import { displayText } from '../../cookie/byte-string.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Table } from '../../table/table.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { shownEntryField, subjectOf } from '../describe-difference.ts';
import { maskRow } from '../mask.ts';
import type { RowOf } from '../reload/compare-rows.ts';
import type { LineKind } from '../view-row.ts';
import { entrySides, keptOf } from './merge-choices.ts';
import { MERGE_FIELDS, mergeFields } from './merge-fields.ts';
import type { FieldOutcome, MergeField } from './merge-fields.ts';
import { Outcome } from './merge-plan.ts';
import type { MergePlan } from './merge-plan.ts';

/** Who changed a line or a field: one side, both so that it goes together, or both so that it does not. */
export type MergeOutcome = Exclude<FieldOutcome, 'same'>;

/** One field of a line in its states, ready for people. */
export interface MergeFieldRow {
  field: MergeField;
  outcome: MergeOutcome;
  base?: string;
  mine: string;
  theirs: string;
}

/** One line that differs (`MergeRow` of the API). A state in which it is not there is missing; masked unless revealed. */
export interface MergeRow {
  row: number;
  kind: LineKind;
  subject: string;
  outcome: MergeOutcome;
  /** What they dropped of it that can be put back. */
  dropped?: 'line' | 'httpOnly';
  base?: string;
  mine?: string;
  theirs?: string;
  fields: MergeFieldRow[];
}

const OUTCOMES: Readonly<Record<number, MergeOutcome>> = {
  [Outcome.mine]: 'mine',
  [Outcome.theirs]: 'theirs',
  [Outcome.both]: 'both',
  [Outcome.conflict]: 'conflict',
};
const KINDS: Readonly<Record<number, LineKind>> = {
  [Kind.entry]: 'entry',
  [Kind.blank]: 'blank',
  [Kind.comment]: 'comment',
  [Kind.unparsed]: 'unparsed',
};

/** How many lines have each outcome. */
export function countOutcomes(plan: MergePlan): Record<MergeOutcome, number> {
  const counts = { mine: 0, theirs: 0, both: 0, conflict: 0 };
  for (const id of plan.differing) counts[OUTCOMES[plan.outcome[id] ?? 0] ?? 'both']++;
  return counts;
}

/** A line that differs, in all its states. */
export function describeMerge(
  document: CookieDocument,
  plan: MergePlan,
  id: number,
  reveal: boolean,
): MergeRow {
  const at = (table: Table, row = ABSENT): RowOf | undefined => (row === ABSENT ? undefined : { table, row });
  const base = plan.kind === 'merge' ? at(document.table, plan.base[id]) : undefined;
  const mine = at(document.table, plan.mine[id]);
  const theirs = at(plan.disk.table, plan.theirs[id]);
  const shown = mine ?? theirs ?? base;
  const dropped = plan.kind === 'merge' ? keptOf(document, plan, id) : undefined;
  const text = (of: RowOf): string =>
    reveal ? displayText(of.table.line(of.row)) : maskRow(of.table, of.row);
  return {
    row: id,
    kind: shown === undefined ? 'blank' : kindOf(shown),
    subject: shown === undefined ? '' : subjectOf(shown.table, shown.row, reveal),
    outcome: OUTCOMES[plan.outcome[id] ?? 0] ?? 'both',
    ...(dropped !== undefined && { dropped }),
    ...(base && { base: text(base) }),
    ...(mine && { mine: text(mine) }),
    ...(theirs && { theirs: text(theirs) }),
    fields: fieldRows(document, plan, id, reveal),
  };
}

function fieldRows(document: CookieDocument, plan: MergePlan, id: number, reveal: boolean): MergeFieldRow[] {
  const sides = entrySides(document, plan, id);
  if (sides === undefined) return [];
  const { base, mine, theirs } = sides;
  const outcomes = mergeFields(sides);
  return MERGE_FIELDS.flatMap((field) => {
    const outcome = outcomes[field];
    if (outcome === 'same') return [];
    const text = (of: RowOf): string => fieldText(of, field, reveal);
    const known = plan.kind === 'merge' && base !== undefined ? { base: text(base) } : {};
    return [{ field, outcome, ...known, mine: text(mine), theirs: text(theirs) }];
  });
}

function fieldText({ table, row }: RowOf, field: MergeField, reveal: boolean): string {
  switch (field) {
    case 'domain': {
      const { hostOnly } = table.cookie(row);
      return `${hostOnly ? '' : '.'}${shownEntryField(table, row, 'domain', reveal)}`;
    }
    case 'extras':
      return shownEntryField(table, row, 'sameSite', reveal);
    default:
      return shownEntryField(table, row, field, reveal);
  }
}

function kindOf({ table, row }: RowOf): LineKind {
  return KINDS[(table.columns.flags[row] ?? 0) & KIND_MASK] ?? 'blank';
}

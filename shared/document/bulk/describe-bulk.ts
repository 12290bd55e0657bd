import type { CookieDocument } from '../cookie-document.ts';
import { fieldDifferences, subjectOf, type FieldDifference } from '../describe-difference.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { BulkOperation } from './operation.ts';
import { OUTCOMES, type BulkPlan, type OutcomeName } from './bulk-plan.ts';
import { workFor } from './entry-work.ts';

/** One entry and what would become of it (`BulkRow` of the API); values are masked. */
export interface BulkRow {
  id: number;
  line: number;
  subject: string;
  outcome: OutcomeName;
  /** Why it is refused. */
  reason?: string;
  details: FieldDifference[];
}

/** The first entries of a plan: those that change first, then those that cannot. Those that stay as they are go unsaid. */
export function describeBulk(
  document: CookieDocument,
  plan: BulkPlan,
  request: { readonly operation: BulkOperation; readonly now: EpochSeconds; readonly most: number },
): BulkRow[] {
  const work = workFor(document, request.operation, request.now);
  if ('refused' in work) return [];
  const { cookie: cookieAfter, row: rowAfter } = work;
  const rows: BulkRow[] = [];
  for (const wanted of ['collided', 'removed', 'changed', 'refused', 'protected'] as const) {
    for (let at = 0; at < plan.ids.length && rows.length < request.most; at++) {
      if (OUTCOMES[plan.outcomes[at] ?? 0] === wanted) rows.push(describe(plan.ids[at] ?? 0, wanted));
    }
  }
  return rows;

  function describe(id: number, outcome: OutcomeName): BulkRow {
    const { table, lines } = document;
    const row = lines.row(id);
    const after = cookieAfter(row);
    const common = { id, line: document.lineNumber(id), subject: subjectOf(table, row, false), outcome };
    if (after === undefined || after === 'remove') return { ...common, details: [] };
    if ('refused' in after) return { ...common, reason: after.refused, details: [] };
    // A row that no line shows: what is shown of it is masked by the same rules as lines are.
    const changed = rowAfter(row);
    return { ...common, details: fieldDifferences(table, { before: row, after: changed }, false) };
  }
}

/** The entries of a plan's collisions in words, the first few. */
export function describeCollisions(
  document: CookieDocument,
  { collisions }: BulkPlan,
  most: number,
): { readonly lines: { id: number; line: number; subject: string }[] }[] {
  return collisions.slice(0, most).map(({ ids }) => ({
    lines: ids.slice(0, most).map((id) => ({
      id,
      line: document.lineNumber(id),
      subject: subjectOf(document.table, document.lines.row(id), false),
    })),
  }));
}

import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { entryDifferences, subjectOf } from '../describe-difference.ts';
import type { FieldDifference } from '../describe-difference.ts';
import { maskRow } from '../mask.ts';
import { Standing } from './plan-transfer.ts';
import type { StandingName, TransferPlan } from './plan-transfer.ts';

/** One row on its way into a document (`TransferRow` of the API); values are masked. */
export interface TransferRow {
  /** Its place among the rows, by which a choice names it. */
  at: number;
  standing: Exclude<StandingName, 'none'>;
  subject: string;
  /** The line, of one that is no entry. */
  text?: string;
  /** What changes, of an entry that the document has otherwise. */
  details: FieldDifference[];
}

/** What people want to see first. */
const ORDER = ['changed', 'unfit', 'new', 'line', 'repeated', 'identical'] as const;

/** A window `[from, to)` of the rows of a plan: those to decide about first, those that change nothing last. */
export function describeTransfer(
  document: CookieDocument,
  plan: TransferPlan,
  window: { readonly from: number; readonly to: number },
): TransferRow[] {
  const shown: TransferRow[] = [];
  let passed = 0;
  for (const standing of ORDER) {
    const end = passed + plan.counts[standing];
    if (end > window.from && passed < window.to) {
      let index = passed;
      for (let at = 0; at < plan.standing.length && index < window.to; at++) {
        if (plan.standing[at] !== Standing[standing]) continue;
        if (index++ >= window.from) shown.push(describe(document, plan, at, standing));
      }
    }
    passed = end;
  }
  return shown;
}

function describe(
  document: CookieDocument,
  { incoming, meets }: TransferPlan,
  at: number,
  standing: TransferRow['standing'],
): TransferRow {
  const { table } = incoming;
  const row = incoming.rows[at] ?? 0;
  const isEntry = ((table.columns.flags[row] ?? Kind.blank) & KIND_MASK) === Kind.entry;
  return {
    at,
    standing,
    subject: subjectOf(table, row, false),
    ...(!isEntry && { text: maskRow(table, row) }),
    details: standing === 'changed' ? differences() : [],
  };

  function differences(): FieldDifference[] {
    const mine = { table: document.table, row: document.lines.row(meets[at] ?? 0) };
    const carries = document.format.carries.includes('sameSite');
    return entryDifferences(mine, { table, row }, false).filter(
      ({ field }) => field !== 'sameSite' || carries,
    );
  }
}

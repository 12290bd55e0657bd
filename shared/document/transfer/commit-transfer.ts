import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { dominantEnd } from '../document-facts.ts';
import { ChangeBuilder } from '../edits/change-builder.ts';
import type { EditDone } from '../edits/edit-outcome.ts';
import { commitEdit, eachLine, LINES_A_SLICE } from '../edits/edit-work.ts';
import type { UserEvent } from '../transaction.ts';
import { arrivingRow } from './arriving.ts';
import { Standing } from './plan-transfer.ts';
import type { TransferPlan } from './plan-transfer.ts';

/** What a person decided about a plan: whether changed entries are taken, and the places where it is the other way round. */
export interface TransferChoices {
  readonly changed: boolean;
  readonly except: ReadonlySet<number>;
}

/** Whether the row at a place goes into the document. */
export function isTaken({ standing }: TransferPlan, at: number, choices: TransferChoices): boolean {
  switch (standing[at]) {
    case Standing.new:
    case Standing.line:
      return !choices.except.has(at);
    case Standing.changed:
      return choices.changed !== choices.except.has(at);
    default:
      return false;
  }
}

/** How many rows of a plan go in. */
export function countTaken(plan: TransferPlan, choices: TransferChoices): number {
  const { counts, standing } = plan;
  let taken = counts.new + counts.line + (choices.changed ? counts.changed : 0);
  for (const at of choices.except) {
    if (isTaken(plan, at, choices)) taken++;
    else if (at < standing.length && isTaken(plan, at, { ...choices, except: NONE })) taken--;
  }
  return taken;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Puts the chosen rows into the document, as one step: new ones behind the last line, changed ones where the entry of
 * their identity stands. What is not taken stays as it is.
 */
export function* commitTransfer(
  document: CookieDocument,
  plan: TransferPlan,
  choices: TransferChoices,
  step: { readonly label: string; readonly event: UserEvent },
): Generator<Progress, EditDone> {
  if (plan.revision !== document.revision) throw new Error('a transfer was planned for another state');
  const { incoming, standing, meets } = plan;
  const { table, lines } = document;
  const builder = new ChangeBuilder(document);
  const anchor = lines.lastAnchor;
  const usual = dominantEnd(document.counts());
  for (let at = 0; at < standing.length; at++) {
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: standing.length };
    if (!isTaken(plan, at, choices)) continue;
    const row = incoming.rows[at] ?? 0;
    const id = meets[at] ?? 0;
    if (standing[at] === Standing.changed) {
      const end = table.lineEnd(lines.row(id));
      builder.replace(id, arrivingRow(document, incoming, { row, end }));
    } else builder.insert(anchor, arrivingRow(document, incoming, { row, end: usual }));
  }
  return yield* commitEdit(document, builder, { ...step, now: plan.time });
}

/** The places of rows that the document has once the chosen ones are in it: what a move may take from where they came. */
export function placesHeld(plan: TransferPlan, choices: TransferChoices): number[] {
  return Array.from(plan.standing.keys()).filter(
    (at) => plan.standing[at] === Standing.identical || isTaken(plan, at, choices),
  );
}

/** Takes rows from the document where they came from, as one step. Lines that show another row by now are left alone. */
export function* removeMoved(
  document: CookieDocument,
  rows: ReadonlySet<number>,
  step: { readonly label: string; readonly now: EpochSeconds },
): Generator<Progress, EditDone> {
  const { lines } = document;
  const builder = new ChangeBuilder(document);
  yield* eachLine(lines.ids(), (id) => {
    if (rows.has(lines.row(id))) builder.remove(id);
  });
  return yield* commitEdit(document, builder, { ...step, event: 'edit.move' });
}

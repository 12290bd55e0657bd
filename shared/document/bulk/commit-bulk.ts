import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { ChangeBuilder } from '../edits/change-builder.ts';
import type { EditDone, EditRefused } from '../edits/edit-outcome.ts';
import { commitEdit, countText, eachLine } from '../edits/edit-work.ts';
import { indexOfId } from '../index-of-id.ts';
import { operationText } from './operation.ts';
import { ENTRIES_A_SLICE, Outcome, type BulkPlan, type BulkRequest } from './bulk-plan.ts';
import { planBulk } from './plan-bulk.ts';
import { workFor } from './entry-work.ts';

/** Does an operation to many entries as one step; exactly what `planBulk` says. `spared`: entries that are protected. */
export function* bulkEdit(
  document: CookieDocument,
  request: BulkRequest,
): Generator<Progress, EditRefused | (EditDone & { readonly spared: number })> {
  const plan = yield* planBulk(document, request);
  if ('refused' in plan) return plan;
  const work = workFor(document, request.operation, request.now);
  if ('refused' in work) return work;
  const builder = new ChangeBuilder(document);
  const changed = changedIds(plan);
  yield* eachLine(
    changed,
    (id) => {
      const row = document.lines.row(id);
      const written = work.row(row);
      if (written !== row) builder.replace(id, written);
    },
    ENTRIES_A_SLICE,
  );
  for (const id of plan.removed) builder.remove(id);
  const touched = [...changed, ...plan.removed];
  const what = operationText(request.operation);
  const label = `${what} of ${countText(document, touched)}`;
  const done = yield* commitEdit(document, builder, { label, event: 'edit.bulk', now: request.now });
  return { ...done, spared: plan.counts.protected };
}

/** The entries that get other bytes. */
export function changedIds({ ids, outcomes, removed }: BulkPlan): Uint32Array {
  const going = Uint32Array.from(removed);
  return ids.filter((id, at) => outcomes[at] === Outcome.changed && indexOfId(going, id) < 0);
}

import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { eachLine, linesOf } from '../edits/edit-work.ts';
import { ENTRIES_A_SLICE, Outcome, OUTCOMES, type BulkPlan, type BulkRequest } from './bulk-plan.ts';
import { findCollisions } from './collisions.ts';
import { type EntryWork, workFor } from './entry-work.ts';

/** Finds out what an operation would do. Nothing is changed. */
export function* planBulk(
  document: CookieDocument,
  request: BulkRequest,
): Generator<Progress, BulkPlan | { readonly refused: string }> {
  const ready = workFor(document, request.operation, request.now);
  if ('refused' in ready) return ready;
  const work: EntryWork = ready;
  const ids = yield* linesOf(document, request.ids, true);
  const outcomes = new Uint8Array(ids.length);
  const reasons = new Map<string, number>();
  let at = 0;
  yield* eachLine(
    ids,
    (id) => {
      outcomes[at++] = outcomeOf(id);
    },
    ENTRIES_A_SLICE,
  );
  const collided = yield* findCollisions(document, { ...request, does: work, ids, outcomes });
  const counts = { unchanged: 0, changed: 0, refused: 0, protected: 0, collided: 0, removed: 0 };
  for (const outcome of outcomes) counts[OUTCOMES[outcome] ?? 'unchanged']++;
  const going = ids.filter((_, place) => outcomes[place] === Outcome.removed);
  const removed = Uint32Array.from(new Set([...going, ...collided.removed])).toSorted();
  counts.removed = removed.length;
  return { revision: document.revision, ids, outcomes, counts, reasons, ...collided, removed: [...removed] };

  function outcomeOf(id: number): number {
    const row = document.lines.row(id);
    const after = work.cookie(row);
    if (after === undefined) return Outcome.unchanged;
    if (after !== 'remove' && 'refused' in after) {
      reasons.set(after.refused, (reasons.get(after.refused) ?? 0) + 1);
      return Outcome.refused;
    }
    if (document.protection.has(id)) return Outcome.protected;
    return after === 'remove' ? Outcome.removed : Outcome.changed;
  }
}

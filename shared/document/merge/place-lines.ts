import { ABSENT, withInserted } from '../change.ts';
import type { Change, Insertion, OrderMove } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { reordered } from '../reload/reordered.ts';
import type { MergePlan } from './merge-plan.ts';

/** Where lines go that only they have: each behind the line that it follows on disk. */
export function diskInsertion(idOf: Uint32Array, idCount: number): Insertion {
  const ids: number[] = [];
  const anchors: number[] = [];
  let anchor = ABSENT;
  for (const id of idOf) {
    if (id < idCount) anchor = id;
    else {
      ids.push(id);
      anchors.push(anchor);
    }
  }
  return { ids: Uint32Array.from(ids), anchors: Uint32Array.from(anchors) };
}

/** Where the lines stand after a merge, and how the disk has them where that is otherwise. */
export interface Placed {
  readonly change: Pick<Change, 'inserted' | 'move'>;
  readonly sinceDisk: Pick<Change, 'move'>;
}

/** Places the lines of a merge. An order that one side changed is kept; where both did, `theirsWins` says whose. */
export function placeMerged(document: CookieDocument, plan: MergePlan, theirsWins: boolean): Placed {
  const { lines } = document;
  const { idOf, reordered: by } = plan;
  const total = plan.base.length;
  const inserted = diskInsertion(idOf, lines.idCount);
  const order = lines.order();
  if (by.theirs && (theirsWins || !by.mine))
    return { change: { move: reordered(order, idOf, total) }, sinceDisk: {} };
  const after = inserted.ids.length === 0 ? order : withInserted(order, inserted);
  return {
    change: inserted.ids.length === 0 ? {} : { inserted },
    sinceDisk: moveFrom(after, idOf, total),
  };
}

function moveFrom(after: Uint32Array, idOf: Uint32Array, total: number): { readonly move?: OrderMove } {
  const onDisk = new Uint8Array(total);
  for (const id of idOf) onDisk[id] = 1;
  let at = 0;
  for (const id of after) {
    if (onDisk[id] === 0) continue;
    if (idOf[at++] !== id) return { move: { before: reordered(after, idOf, total).after, after } };
  }
  return {};
}

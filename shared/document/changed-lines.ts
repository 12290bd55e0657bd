import { ABSENT } from './change.ts';
import type { CookieDocument } from './cookie-document.ts';
import { indexOfId } from './index-of-id.ts';
import { movedIds } from './moved-ids.ts';

/** One line that differs from what is on disk, and its rows there and now. */
export interface ChangedLine {
  readonly id: number;
  readonly kind: 'added' | 'edited' | 'removed' | 'moved';
  readonly before: number;
  readonly after: number;
}

/** Every line that differs from what is on disk, in document order; removed lines where they stood. */
export function changedLines(document: CookieDocument): ChangedLine[] {
  const { rows, move } = document.sinceSaved();
  const { lines } = document;
  const moved = move === undefined ? new Set<number>() : movedIds(move);
  if (rows.ids.length === 0 && moved.size === 0) return [];
  const changed: ChangedLine[] = [];
  const order =
    rows.ids.length + moved.size < 64 && move === undefined ? byPlace(document, rows.ids) : lines.order();
  for (let at = 0; at < order.length; at++) {
    const id = order[at] ?? 0;
    const found = indexOfId(rows.ids, id);
    const after = lines.row(id);
    if (found >= 0) {
      const before = rows.before[found] ?? ABSENT;
      const kind = before === ABSENT ? 'added' : after === ABSENT ? 'removed' : 'edited';
      changed.push({ id, kind, before, after });
    } else if (moved.has(id) && after !== ABSENT) {
      changed.push({ id, kind: 'moved', before: after, after });
    }
  }
  return changed;
}

/** A few ids in document order without a pass over all lines, unless some were removed. */
function byPlace(document: CookieDocument, ids: Uint32Array): Uint32Array {
  const { lines } = document;
  if (ids.some((id) => lines.row(id) === ABSENT)) return lines.order();
  return ids.slice().sort((left, right) => lines.place(left) - lines.place(right));
}

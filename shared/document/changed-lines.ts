import { ABSENT } from './change.ts';
import type { Change } from './change.ts';
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

/** The lines of the last answer, for the next window of the same list. */
const listed = new WeakMap<Change, Uint32Array>();

/** The ids of every line that differs from what is on disk, in document order; removed lines where they stood. */
export function changedIds(document: CookieDocument): Uint32Array {
  const change = document.sinceSaved();
  const known = listed.get(change);
  if (known !== undefined) return known;
  const ids = findChanged(document, change);
  listed.set(change, ids);
  return ids;
}

/** One of the lines that `changedIds` gives. */
export function changedLine(document: CookieDocument, id: number): ChangedLine {
  const { rows } = document.sinceSaved();
  const after = document.lines.row(id);
  const found = indexOfId(rows.ids, id);
  if (found < 0) return { id, kind: 'moved', before: after, after };
  const before = rows.before[found] ?? ABSENT;
  return { id, kind: before === ABSENT ? 'added' : after === ABSENT ? 'removed' : 'edited', before, after };
}

function findChanged(document: CookieDocument, { rows, move }: Change): Uint32Array {
  const { lines } = document;
  if (rows.ids.length === 0 && move === undefined) return rows.ids;
  const marks = new Uint8Array(lines.idCount);
  for (let at = 0; at < rows.ids.length; at++) marks[rows.ids[at] ?? 0] = 1;
  for (const id of move === undefined ? [] : movedIds(move)) if (lines.row(id) !== ABSENT) marks[id] = 1;
  const order = lines.order();
  const ids = new Uint32Array(order.length);
  let length = 0;
  for (let at = 0; at < order.length; at++) {
    const id = order[at] ?? 0;
    if (marks[id] === 1) ids[length++] = id;
  }
  return ids.slice(0, length);
}

import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';

/** The lines that were read or saved last, in their order then, and their rows. */
export interface SavedLines {
  readonly ids: Uint32Array;
  readonly rows: Uint32Array;
  /** Row by id; `ABSENT` for a line that was not there. */
  readonly rowOf: Uint32Array;
}

/** What is on disk as far as the document knows. */
export function savedLines(document: CookieDocument): SavedLines {
  const { lines } = document;
  const { rows: changed, move } = document.sinceSaved();
  const rowOf = new Uint32Array(lines.idCount);
  for (let id = 0; id < rowOf.length; id++) rowOf[id] = lines.row(id);
  for (let at = 0; at < changed.ids.length; at++) rowOf[changed.ids[at] ?? 0] = changed.before[at] ?? ABSENT;
  const order = move?.before ?? lines.order();
  const ids = new Uint32Array(order.length);
  const rows = new Uint32Array(order.length);
  let length = 0;
  for (let at = 0; at < order.length; at++) {
    const id = order[at] ?? 0;
    const row = rowOf[id] ?? ABSENT;
    if (row === ABSENT) continue;
    ids[length] = id;
    rows[length++] = row;
  }
  return { ids: ids.subarray(0, length), rows: rows.subarray(0, length), rowOf };
}

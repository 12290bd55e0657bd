import { indexOfId } from './index-of-id.ts';
import type { CookieDocument } from './cookie-document.ts';

/** The row that a line had in what is on disk; `ABSENT` for a line that is not there. */
export function savedRow(document: CookieDocument, id: number): number {
  const { ids, before } = document.sinceSaved().rows;
  const at = indexOfId(ids, id);
  return at < 0 ? document.lines.row(id) : (before[at] ?? document.lines.row(id));
}

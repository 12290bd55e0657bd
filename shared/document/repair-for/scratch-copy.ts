import { joinBytes } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import { CookieDocument } from '../cookie-document.ts';
import { openDocument } from '../open-document.ts';

/**
 * The document as it would be saved now, opened again: a place to try edits in. Its line 0 is the document's first line,
 * and so on. Nothing where the bytes do not come back as the same lines.
 */
export function* scratchCopy(document: CookieDocument): Generator<Progress, CookieDocument | undefined> {
  const chunks = [...document.write()];
  const bytes = joinBytes(chunks);
  yield { done: 0, total: bytes.length };
  const { strings } = document.table;
  const copy = yield* openDocument({ bytes, strings, now: document.now, as: document.format.id });
  if (!(copy instanceof CookieDocument) || copy.lines.liveCount !== document.lines.liveCount)
    return undefined;
  return copy;
}

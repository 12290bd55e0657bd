import type { Cookie } from '../cookie/cookie.ts';
import type { WritableFormat } from '../formats/format.ts';
import type { Progress } from '../table/progress.ts';
import type { CookieDocument } from './cookie-document.ts';
import { cookiesOf } from './cookies-of.ts';

/** The entries of a document as a whole new file of a format, in pieces. */
export function* convertDocument(
  document: CookieDocument,
  format: WritableFormat,
): Generator<Progress, readonly Uint8Array[]> {
  const total = document.counts().entries;
  let done = 0;
  const counted = function* (): Iterable<Cookie> {
    for (const cookie of cookiesOf(document)) {
      done++;
      yield cookie;
    }
  };
  const pieces: Uint8Array[] = [];
  for (const piece of format.write(counted())) {
    pieces.push(piece);
    yield { done, total };
  }
  return pieces;
}

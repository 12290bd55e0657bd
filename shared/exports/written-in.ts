import type { Cookie } from '../cookie/cookie.ts';
import type { WritableFormat } from '../formats/format.ts';
import type { Progress } from '../table/progress.ts';

/** The bytes of a file of these cookies in a format; long work for many of them. */
export function* writtenIn(
  format: Pick<WritableFormat, 'write'>,
  cookies: readonly Cookie[],
): Generator<Progress, Uint8Array> {
  let done = 0;
  const counted = function* (): Generator<Cookie> {
    for (const cookie of cookies) {
      done += 1;
      yield cookie;
    }
  };
  const pieces: Uint8Array[] = [];
  for (const piece of format.write(counted())) {
    pieces.push(piece);
    yield { done, total: cookies.length };
  }
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

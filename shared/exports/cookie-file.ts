import { bytesOf } from '../cookie/byte-string.ts';
import type { Cookie } from '../cookie/cookie.ts';
import { canonicalLine, NETSCAPE_HEADER } from '../formats/canonical-line.ts';
import { type Progress, visitInSlices } from '../table/progress.ts';

/** The bytes of a canonical cookie file of lines made by `line`. */
export function* cookieFile(
  cookies: readonly Cookie[],
  line: (cookie: Cookie) => string = (cookie) => canonicalLine(cookie),
): Generator<Progress, Uint8Array> {
  const lines = [`${NETSCAPE_HEADER}\n\n`];
  yield* visitInSlices(cookies, (cookie) => lines.push(`${line(cookie)}\n`));
  return bytesOf(lines.join(''));
}

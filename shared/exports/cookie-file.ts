import type { Cookie } from '../cookie/cookie.ts';
import { bytesOf } from '../cookie/byte-string.ts';
import { canonicalLine, NETSCAPE_HEADER } from '../formats/canonical-line.ts';
import { type Progress, visitInSlices } from '../table/progress.ts';
import type { ExportRefusal, ExportResult } from './export-target.ts';
import { shellCommand } from './shell-quote.ts';
import type { Sifted } from './sieve.ts';

/** The bytes of a canonical cookie file of lines made by `line`. */
export function* cookieFile(
  cookies: readonly Cookie[],
  line: (cookie: Cookie) => string = (cookie) => canonicalLine(cookie),
): Generator<Progress, Uint8Array> {
  const lines = [`${NETSCAPE_HEADER}\n\n`];
  yield* visitInSlices(cookies, (cookie) => lines.push(`${line(cookie)}\n`));
  return bytesOf(lines.join(''));
}

/** A refusal in one plain sentence. */
export function refuse(message: string): ExportRefusal {
  return { refused: true, message };
}

/** A file with its command; refused when the command cannot be said safely. */
export function fileWithCommand(
  file: ExportResult['files'][number],
  args: readonly string[],
  losses: Sifted['losses'],
): ExportResult | ExportRefusal {
  const command = shellCommand(args);
  if (command === undefined) {
    return refuse('The file name holds control, invisible or direction characters. Choose another one.');
  }
  return { files: [file], command, losses };
}

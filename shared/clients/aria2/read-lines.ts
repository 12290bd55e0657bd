import type { ByteString } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieFile } from '../client.ts';
import { lineByLine } from '../line-by-line.ts';
import { reason, type Reason } from '../reason.ts';

/** A piece that C's `fgets` gives has no more bytes than this. */
const PIECE = 4095;

/** What the reader tells: a line without its LF, or that a line never reaches the parser. */
export interface LineSink {
  /** Takes an ordinary line without making its text; whether it did. */
  parsePlain?(line: number): boolean;
  parse(text: ByteString, line: number): void;
  lose(line: number, why: Reason): void;
}

/** Cuts a file into lines as aria2 does: pieces are gathered, each up to its NUL byte, until one ends in LF. */
export function* readLines(file: CookieFile, sink: LineSink): Generator<Progress, void> {
  let gathered = '';
  let begun: number | undefined;
  yield* lineByLine(file.lineCount, (line) => {
    if (begun === undefined && sink.parsePlain?.(line) === true) return;
    const text = file.line(line);
    if (begun === undefined && !text.includes('\0')) {
      sink.parse(text.endsWith('\n') ? text.slice(0, -1) : text, line);
      return;
    }
    // Scenario: what a NUL byte cuts off takes the LF along, so the next line goes on where this one was cut.
    if (begun !== undefined) sink.lose(line, reason('swallowed-by-nul', { line: begun }, 'nul-byte'));
    begun ??= line;
    for (let at = 0; at < text.length; at += PIECE) gathered += visible(text.slice(at, at + PIECE));
    if (!gathered.endsWith('\n')) return;
    sink.parse(gathered.slice(0, -1), begun);
    gathered = '';
    begun = undefined;
  });
  if (begun !== undefined) sink.parse(gathered, begun);
}

function visible(piece: ByteString): ByteString {
  const nul = piece.indexOf('\0');
  return nul < 0 ? piece : piece.slice(0, nul);
}

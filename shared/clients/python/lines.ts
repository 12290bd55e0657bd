import type { ByteString } from '../../cookie/byte-string.ts';
import type { CookieFile } from '../client.ts';

/** A line as Python's text files give it: it ends at LF, CR LF or a CR alone. Its end is taken off. */
export interface TextLine {
  readonly text: ByteString;
  /** The line of the file that it lies in. */
  readonly line: number;
  /** It is not all of what that line holds. */
  readonly isPiece: boolean;
}

/** The lines of a file, from one line of it up to another. */
export function* textLines(file: CookieFile, until = file.lineCount): Generator<TextLine> {
  for (let line = 0; line < until; line++) {
    const whole = file.line(line);
    if (!whole.includes('\r')) {
      yield { text: whole.endsWith('\n') ? whole.slice(0, -1) : whole, line, isPiece: false };
      continue;
    }
    const pieces = whole.split(/\r\n|\r|\n/);
    if (pieces.at(-1) === '') pieces.pop();
    const isPiece = pieces.filter((piece) => piece.trim() !== '').length > 1;
    for (const text of pieces) yield { text, line, isPiece };
  }
}

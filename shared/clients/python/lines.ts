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

/** What a line of the file is to Python: one line of text, or several. */
export function textsOf(file: CookieFile, line: number): readonly TextLine[] {
  const whole = file.line(line);
  if (!whole.includes('\r')) {
    return [{ text: whole.endsWith('\n') ? whole.slice(0, -1) : whole, line, isPiece: false }];
  }
  const pieces = whole.split(/\r\n|\r|\n/);
  if (pieces.at(-1) === '') pieces.pop();
  const isPiece = pieces.filter((piece) => piece.trim() !== '').length > 1;
  return pieces.map((text) => ({ text, line, isPiece }));
}

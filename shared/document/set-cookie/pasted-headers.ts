import type { ByteString } from '../../cookie/byte-string.ts';
import { END_OF_HEAD, SET_COOKIE_LINE, STATUS_LINE } from '../../cookie/header-lines.ts';
import { trimBlanks } from '../../cookie/parse-set-cookie.ts';

/** The value of a `Set-Cookie` header among pasted text. */
export interface PastedHeader {
  /** The line of the text, from 1. */
  readonly line: number;
  readonly value: ByteString;
}

/** Another header: its name goes before a colon and a blank, and no cookie begins like that. */
const OTHER_HEADER = /^[<>*\s]*[!#$%&'*+.^_`|~\w-]+:(?:\s|$)/;

/**
 * The `Set-Cookie` headers among text that a person pasted: some such lines, whole response heads (what stands behind a
 * head is its content and not read, but for a further head), or bare values, one a line.
 */
export function pastedHeaders(text: ByteString): readonly PastedHeader[] {
  const lines = text.split(/\r?\n/);
  const isResponse = lines.some((line) => STATUS_LINE.test(line));
  const head = isResponse ? headLines(lines) : [...lines.entries()];
  const named = head.filter(([, line]) => SET_COOKIE_LINE.test(line));
  if (isResponse || named.length > 0) {
    return named.map(([at, line]) => ({
      line: at + 1,
      value: trimBlanks(line.replace(SET_COOKIE_LINE, '')),
    }));
  }
  return head
    .filter(([, line]) => trimBlanks(line) !== '' && !OTHER_HEADER.test(line))
    .map(([at, line]) => ({ line: at + 1, value: trimBlanks(line) }));
}

/** The lines of response heads: from a status line to the next blank one. Lines before the first head count too. */
function headLines(lines: readonly string[]): readonly (readonly [number, string])[] {
  const head: (readonly [number, string])[] = [];
  let inside = true;
  for (const [at, line] of lines.entries()) {
    if (STATUS_LINE.test(line)) inside = true;
    else if (END_OF_HEAD.test(line)) inside = false;
    if (inside) head.push([at, line]);
  }
  return head;
}

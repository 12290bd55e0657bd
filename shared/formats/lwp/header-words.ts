import type { ByteString } from '../../cookie/byte-string.ts';

/** One `name=value`, `name="value"` or bare `name` of a header, and where it stands: [start, end). */
export interface HeaderWord {
  readonly name: ByteString;
  /** Without its quotation marks and backslashes; absent for a bare name. */
  readonly value?: ByteString;
  readonly start: number;
  readonly end: number;
}

const JUNK = /[=;\t\n\v\f\r ]*/y;
const NAME = /[^=;,\t\n\v\f\r ]+/y;
const QUOTED = /[\t\n\v\f\r ]*=[\t\n\v\f\r ]*"([^"\\]*(?:\\[^][^"\\]*)*)"/y;
const PLAIN = /[\t\n\v\f\r ]*=[\t\n\v\f\r ]*([^;,\t\n\v\f\r ]*)/y;

/**
 * The words of a header from a place on, as `split_header_words` of Perl's HTTP::Headers::Util and of Python's http.cookiejar takes
 * them apart: commas end a list, all else between words is passed over. Lists without a word are left out.
 */
export function headerWords(text: ByteString, from: number): readonly (readonly HeaderWord[])[] {
  const lists: HeaderWord[][] = [];
  let list: HeaderWord[] = [];
  let at = from;
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const endList = (): void => {
    if (list.length > 0) lists.push(list);
    list = [];
  };
  while (at < text.length) {
    next(JUNK);
    const start = at;
    const name = next(NAME)?.[0];
    if (name === undefined) {
      endList();
      at++;
      continue;
    }
    const quoted = next(QUOTED)?.[1];
    const value = quoted === undefined ? next(PLAIN)?.[1] : quoted.replace(/\\([^])/g, '$1');
    list.push({ name, start, end: at, ...(value !== undefined && { value }) });
  }
  endList();
  return lists;
}

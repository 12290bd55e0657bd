import type { ByteString } from '../../cookie/byte-string.ts';

/** A word of a record, where it stands: [start, end). The first one is the cookie's name and value and is called ''. */
export interface NamedWord {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What stands for each attribute of a cookie, by name, in the order of a program; `undefined` for what is not there. */
export type WordTexts = readonly (readonly [name: string, text: ByteString | undefined])[];

interface Piece {
  readonly name: string;
  /** What stands before the word, and the word. */
  readonly before: ByteString;
  readonly text: ByteString;
}

/** A record in which only what a cookie says otherwise now is written anew; `was` and `is` have the same names in one order. */
export function editedWords(
  text: ByteString,
  words: readonly NamedWord[],
  { was, is }: { readonly was: WordTexts; readonly is: WordTexts },
): ByteString {
  let pieces = words.map(({ name, start, end }, at): Piece => ({
    name,
    before: text.slice(words[at - 1]?.end ?? 0, start),
    text: text.slice(start, end),
  }));
  for (const [at, [name, word]] of is.entries()) {
    if (was[at]?.[1] !== word) pieces = withWord(pieces, name, word);
  }
  return pieces.map(({ before, text: word }) => before + word).join('') + text.slice(words.at(-1)?.end ?? 0);
}

/** A word stands where it stood last; a new one before the version, which is last, else at the end. */
function withWord(pieces: readonly Piece[], name: string, text: ByteString | undefined): Piece[] {
  const at = pieces.findLastIndex((piece) => piece.name === name);
  const others = pieces.filter((piece, place) => piece.name !== name || (place === at && text !== undefined));
  if (text === undefined) return others;
  if (at >= 0) return others.map((piece) => (piece.name === name ? { ...piece, text } : piece));
  const version = others.findIndex((piece) => piece.name === 'version');
  return others.toSpliced(version < 0 ? others.length : version, 0, { name, before: '; ', text });
}

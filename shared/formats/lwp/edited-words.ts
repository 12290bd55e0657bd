import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { HeaderWord } from './header-words.ts';
import type { LwpWords } from './lwp-entry.ts';

interface Piece {
  readonly name: string;
  /** What stands before the word, and the word. */
  readonly before: ByteString;
  readonly text: ByteString;
}

/** A record in which only what a cookie says otherwise now is written anew; `was` and `is` have the same words in one order. */
export function editedWords(
  text: ByteString,
  words: readonly HeaderWord[],
  { was, is }: { readonly was: LwpWords; readonly is: LwpWords },
): ByteString {
  let pieces = words.map(({ name, start, end }, at): Piece => ({
    name: at === 0 ? '' : lowerCaseAscii(name),
    before: text.slice(words[at - 1]?.end ?? 0, start),
    text: text.slice(start, end),
  }));
  for (const [at, [name, word]] of is.entries()) {
    if (was[at]?.[1] !== word) pieces = withWord(pieces, name, word);
  }
  return pieces.map(({ before, text: word }) => before + word).join('') + text.slice(words.at(-1)?.end ?? 0);
}

/** A word stands where it stood before, else before the version, which is last. */
function withWord(pieces: readonly Piece[], name: string, text: ByteString | undefined): Piece[] {
  const at = pieces.findLastIndex((piece) => piece.name === name);
  const others = pieces.filter((piece, place) => piece.name !== name || (place === at && text !== undefined));
  if (text === undefined) return others;
  if (at >= 0) return others.map((piece) => (piece.name === name ? { ...piece, text } : piece));
  const version = others.findIndex((piece) => piece.name === 'version');
  return others.toSpliced(version < 0 ? others.length : version, 0, { name, before: '; ', text });
}

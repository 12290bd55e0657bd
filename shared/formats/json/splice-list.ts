import type { ByteString } from '../../cookie/byte-string.ts';
import type { Gaps } from './json-shape.ts';

/** One thing between brackets: an old one by number (verbatim without `text`), or a new one. */
export interface Piece {
  readonly old?: number;
  readonly text?: ByteString;
}

/** The old things between two brackets: the n-th stands at [starts[n], ends[n]). */
export interface OldList {
  readonly open: number;
  readonly close: number;
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

/**
 * The text between the brackets, part by part, with `pieces` in place of the old things. Blank text and commas stay where the
 * neighbours stay, removing takes a comma along, and new things are set apart as the old ones are (`gaps` when there
 * are none to learn from).
 */
export function* spliceList(
  source: ByteString,
  list: OldList,
  pieces: readonly Piece[],
  gaps: Gaps,
): Generator<ByteString, void> {
  const { starts, ends } = list;
  const count = starts.length;
  const from = (n: number): number => starts[n] ?? list.close;
  const to = (n: number): number => ends[n] ?? list.open;
  if (pieces.length === 0) {
    if (count === 0) yield source.slice(list.open, list.close);
    return;
  }
  const usual = count > 1 ? source.slice(to(0), from(1)) : gaps.between;
  const gap = (before: Piece, after: Piece): ByteString => {
    if (after.old !== undefined && after.old > 0) return source.slice(to(after.old - 1), from(after.old));
    if (before.old !== undefined && before.old + 1 < count)
      return source.slice(to(before.old), from(before.old + 1));
    return usual;
  };
  yield count === 0 ? gaps.first : source.slice(list.open, from(0));
  let previous: Piece | undefined;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? {};
    if (previous !== undefined) yield gap(previous, piece);
    previous = piece;
    if (piece.text !== undefined || piece.old === undefined) {
      yield piece.text ?? '';
      continue;
    }
    let last = piece.old;
    for (
      let next = pieces[at + 1];
      next?.old === last + 1 && next.text === undefined;
      next = pieces[at + 1]
    ) {
      last++;
      at++;
      previous = next;
    }
    yield source.slice(from(piece.old), to(last));
  }
  yield count === 0 ? gaps.last : source.slice(to(count - 1), list.close);
}

import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import { chunks } from '../chunks.ts';
import type { SourceDocument, WriteBackRow } from '../format.ts';
import { linesOf } from '../lines-of.ts';
import { editedEntry, entryText } from './edited-entry.ts';
import { styleOf, type EntryStyle } from './entry-style.ts';
import type { JsonShape } from './json-shape.ts';
import type { JsonText } from './json-text.ts';
import { spliceList, type OldList, type Piece } from './splice-list.ts';

/** The longest text that is written in one go. */
const LONGEST = 1 << 20;

interface JsonSource {
  readonly shape: JsonShape;
  readonly text: ByteString;
  readonly list: OldList;
}

/** A JSON text that was read: what nobody touched comes out of it verbatim. */
export function jsonDocument(source: JsonSource): SourceDocument {
  let lines: Uint32Array | undefined;
  return {
    lineOf(origin) {
      lines ??= linesOf((at) => source.text.indexOf('\n', at), source.list.starts);
      return lines[origin] ?? 1;
    },
    writeBack: (rows) => chunks(short(writtenBack(source, rows))),
  };
}

function* writtenBack(source: JsonSource, rows: Iterable<WriteBackRow>): Iterable<ByteString> {
  const { text, list } = source;
  const style = styleOf(text, list, source.shape.layout);
  const pieces: Piece[] = [];
  let ordinal = list.starts.length;
  for (const row of rows) {
    const piece = pieceOf(source, row, style, () => ++ordinal);
    if (piece !== undefined) pieces.push(piece);
  }
  yield text.slice(0, list.open);
  yield* spliceList(text, list, pieces, style.list);
  yield text.slice(list.close);
}

/** Texts cut to pieces of a megabyte, so that whoever writes them can pause. */
function* short(texts: Iterable<ByteString>): Iterable<ByteString> {
  for (const text of texts)
    for (let at = 0; at < text.length; at += LONGEST) yield text.slice(at, at + LONGEST);
}

/** A whole new file, in the dialect's own layout. */
export function* layOut(
  shape: Pick<JsonShape, 'layout' | 'members'>,
  cookies: Iterable<Cookie>,
): Iterable<JsonText> {
  const { layout } = shape;
  const style = { list: layout.list, object: layout.object, colon: ': ' };
  const before = (first?: Cookie): JsonText =>
    typeof layout.before === 'string' ? layout.before : layout.before(first);
  let ordinal = 0;
  for (const cookie of cookies) {
    yield ordinal === 0 ? before(cookie) + layout.list.first : layout.list.between;
    ordinal++;
    yield entryText(shape.members(cookie, ordinal), style);
  }
  yield ordinal > 0 ? layout.list.last : before();
  yield layout.after;
}

function pieceOf(
  source: JsonSource,
  row: WriteBackRow,
  style: EntryStyle,
  nextOrdinal: () => number,
): Piece | undefined {
  const { shape } = source;
  const { origin, cookie } = row;
  if (origin === undefined) {
    return cookie && { text: entryText(shape.members(cookie, nextOrdinal()), style) };
  }
  if (row.untouched || cookie === undefined) return { old: origin };
  const [start, end] = [source.list.starts[origin] ?? 0, source.list.ends[origin] ?? 0];
  const entry = { shape, text: source.text.slice(start, end), ordinal: origin + 1 };
  return { old: origin, text: editedEntry(entry, cookie, style) };
}

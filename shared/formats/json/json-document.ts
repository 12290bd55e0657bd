import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import { chunks } from '../chunks.ts';
import type { SourceDocument, WriteBackRow } from '../format.ts';
import { colonOf, styleOf, type EntryStyle } from './entry-style.ts';
import type { EntryMembers, JsonShape } from './json-shape.ts';
import { quoteJson, type JsonText } from './json-text.ts';
import { parseValue, type JsonMember } from './parse-json.ts';
import { readEntry } from './read-entry.ts';
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
      lines ??= linesOf(source);
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

/** The line of every entry: one pass over the text. */
function linesOf({ text, list: { starts } }: JsonSource): Uint32Array {
  const lines = new Uint32Array(starts.length);
  let line = 1;
  let at = 0;
  for (let origin = 0; origin < starts.length; origin++) {
    const start = starts[origin] ?? 0;
    for (let end = text.indexOf('\n', at); end >= 0 && end < start; end = text.indexOf('\n', at)) {
      line++;
      at = end + 1;
    }
    lines[origin] = line;
  }
  return lines;
}

/** A whole new file, in the dialect's own layout. */
export function* layOut(shape: JsonShape, cookies: Iterable<Cookie>): Iterable<JsonText> {
  const { layout } = shape;
  const style = { list: layout.list, object: layout.object, colon: ': ' };
  yield layout.before;
  let ordinal = 0;
  for (const cookie of cookies) {
    yield ordinal === 0 ? layout.list.first : layout.list.between;
    ordinal++;
    yield entryText(shape.members(cookie, ordinal), style);
  }
  if (ordinal > 0) yield layout.list.last;
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
  return { old: origin, text: editedEntry(source, origin, cookie, style) };
}

/** The entry with new values for what changed and nothing else; one that was no cookie is written anew. */
function editedEntry(
  { shape, text, list }: JsonSource,
  origin: number,
  after: Cookie,
  style: EntryStyle,
): JsonText {
  const start = list.starts[origin] ?? 0;
  const end = list.ends[origin] ?? start;
  const entry = parseValue(text, start);
  const before = readEntry(shape, text, entry);
  const ordinal = origin + 1;
  const [first] = entry.members ?? [];
  if (typeof before === 'string' || entry.members === undefined || first === undefined) {
    return entryText(shape.members(after, ordinal), style);
  }
  const members: OldList = {
    open: start + 1,
    close: end - 1,
    starts: entry.members.map((member) => member.start),
    ends: entry.members.map(({ value }) => value.end),
  };
  const was = shape.members(before, ordinal);
  const pieces = memberPieces(
    text,
    entry.members,
    new Map(was),
    shape.members(after, ordinal),
    colonOf(text, first),
  );
  return `{${[...spliceList(text, members, pieces, style.object)].join('')}}`;
}

/** The old members: verbatim, with a new value, or gone; then the new ones. */
function memberPieces(
  text: ByteString,
  members: readonly JsonMember[],
  was: ReadonlyMap<string, JsonText>,
  is: EntryMembers,
  colon: JsonText,
): readonly Piece[] {
  const now = new Map(is);
  const pieces: Piece[] = [];
  for (const [old, { key, start, value }] of members.entries()) {
    const next = now.get(key);
    if (next === was.get(key)) pieces.push({ old });
    else if (next !== undefined) pieces.push({ old, text: text.slice(start, value.start) + next });
  }
  const there = new Set(members.map(({ key }) => key));
  for (const [key, next] of is) {
    if (!there.has(key) && next !== was.get(key)) pieces.push({ text: `${quoteJson(key)}${colon}${next}` });
  }
  return pieces;
}

function entryText(members: EntryMembers, { object, colon }: EntryStyle): JsonText {
  const lines = members.map(([key, value]) => `${quoteJson(key)}${colon}${value}`);
  return `{${object.first}${lines.join(object.between)}${object.last}}`;
}

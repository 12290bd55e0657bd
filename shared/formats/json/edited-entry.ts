import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import { colonOf, type EntryStyle } from './entry-style.ts';
import type { EntryMembers, JsonShape } from './json-shape.ts';
import { quoteJson, type JsonText } from './json-text.ts';
import { parseValue, type JsonMember } from './parse-json.ts';
import { readEntry } from './read-entry.ts';
import { spliceList, type OldList, type Piece } from './splice-list.ts';

/** One entry of a JSON text as it was read. */
export interface OldEntry {
  readonly shape: Pick<JsonShape, 'read' | 'members' | 'supersedes'>;
  /** The entry alone. */
  readonly text: ByteString;
  /** Its place among the entries, from 1. */
  readonly ordinal: number;
}

/** The entry with new values for what changed and nothing else; one that was no cookie is written anew. */
export function editedEntry(
  { shape, text, ordinal }: OldEntry,
  after: Cookie,
  style: Pick<EntryStyle, 'object' | 'colon'>,
): JsonText {
  const entry = parseValue(text, 0);
  const before = readEntry(shape, text, entry);
  const [first] = entry.members ?? [];
  if (typeof before === 'string' || entry.members === undefined || first === undefined) {
    return entryText(shape.members(after, ordinal), style);
  }
  const members: OldList = {
    open: 1,
    close: entry.end - 1,
    starts: entry.members.map((member) => member.start),
    ends: entry.members.map(({ value }) => value.end),
  };
  const was = shape.members(before, ordinal);
  const pieces = memberPieces({
    text,
    members: entry.members,
    was: new Map(was),
    is: shape.members(after, ordinal),
    colon: colonOf(text, first),
    supersedes: shape.supersedes ?? new Map(),
  });
  return `{${[...spliceList(text, members, pieces, style.object)].join('')}}`;
}

interface MemberEdit {
  readonly text: ByteString;
  readonly members: readonly JsonMember[];
  readonly was: ReadonlyMap<string, JsonText>;
  readonly is: EntryMembers;
  readonly colon: JsonText;
  readonly supersedes: NonNullable<JsonShape['supersedes']>;
}

/** The old members: verbatim, with a new value, or gone; then the new ones. */
function memberPieces({ text, members, was, is, colon, supersedes }: MemberEdit): readonly Piece[] {
  const now = new Map(is);
  const pieces: Piece[] = [];
  const instead = new Set<string>();
  for (const [old, { key, start, value }] of members.entries()) {
    const next = now.get(key);
    const others = supersedes.get(key);
    if (others?.some((other) => now.get(other) !== was.get(other))) instead.add(others[0]);
    else if (next === was.get(key)) pieces.push({ old });
    else if (next !== undefined) pieces.push({ old, text: text.slice(start, value.start) + next });
  }
  const there = new Set(members.map(({ key }) => key));
  for (const [key, next] of is) {
    if (there.has(key) || (next === was.get(key) && !instead.has(key))) continue;
    pieces.push({ text: `${quoteJson(key)}${colon}${next}` });
  }
  return pieces;
}

/** A whole entry. */
export function entryText(
  members: EntryMembers,
  { object, colon }: Pick<EntryStyle, 'object' | 'colon'>,
): JsonText {
  const lines = members.map(([key, value]) => `${quoteJson(key)}${colon}${value}`);
  return `{${object.first}${lines.join(object.between)}${object.last}}`;
}

import type { ByteString } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import { Byte, type JsonBytes } from './json-bytes.ts';
import { unescapeJson } from './json-text.ts';

/** A walk over a JSON text, how long it is, and what makes text of its bytes. */
export interface Walk {
  readonly json: JsonBytes;
  readonly size: number;
  text(from: number, to: number): ByteString;
}

/** A value that is kept as text, and the line that it begins in. */
export interface WalkedValue {
  readonly text: ByteString;
  readonly line: number;
  /** False for the beginning of one that is too long. */
  readonly isWhole: boolean;
}

type Work = Generator<Progress, void>;

/** How much of one value is read: what is longer is no cookie, and of a header no browser takes more. */
const LONGEST = 1 << 16;

/** Calls `visit` for each member of an object, which must take its value; any other value is passed over. */
export function* members(walk: Walk, visit: (key: ByteString) => Work): Work {
  const { json } = walk;
  if (json.peek() !== Byte.openBrace) return yield* pass(walk);
  json.enter(Byte.openBrace);
  if (json.peek() !== Byte.closeBrace) {
    do yield* visit(json.key());
    while (json.takes(Byte.comma));
  }
  json.leave(Byte.closeBrace);
}

/** Calls `visit` for each element of a list, which must take it; any other value is passed over. True for a list. */
export function* elements(walk: Walk, visit: () => Work): Generator<Progress, boolean> {
  const { json } = walk;
  if (json.peek() !== Byte.openBracket) {
    yield* pass(walk);
    return false;
  }
  json.enter(Byte.openBracket);
  if (json.peek() !== Byte.closeBracket) {
    do yield* visit();
    while (json.takes(Byte.comma));
  }
  json.leave(Byte.closeBracket);
  return true;
}

/** Passes over a value without reading it. */
export function* pass({ json, size }: Walk): Work {
  while (!json.skip()) yield { done: json.position, total: size };
  if (json.isDue) yield { done: json.position, total: size };
}

/** Takes a value as text. */
export function* take(walk: Walk): Generator<Progress, WalkedValue> {
  const { json } = walk;
  json.peek();
  const { line, position: start } = json;
  yield* pass(walk);
  const end = Math.min(json.position, start + LONGEST);
  return { text: walk.text(start, end), line, isWhole: end === json.position };
}

/** The text of a JSON string; of anything else nothing. */
export function textOf({ text }: WalkedValue): ByteString {
  return /^".*"$/s.test(text) ? unescapeJson(text.slice(1, -1)) : '';
}

import type { ByteStrings } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import type { Refusal } from '../format.ts';
import { Byte, JsonBytes, JsonBytesFault } from './json-bytes.ts';
import type { Walk } from './walk-json.ts';

/** Walks over a whole file of JSON; `visit` says whether there was what it looked for. Nothing where all went well. */
export function* walkFile(
  bytes: Uint8Array,
  strings: ByteStrings,
  visit: (walk: Walk) => Generator<Progress, boolean>,
): Generator<Progress, Refusal | undefined> {
  const json = new JsonBytes(bytes);
  const text = (from: number, to: number): string => strings.decode(bytes, from, to);
  try {
    const isFound = yield* visit({ json, size: bytes.length, text });
    if (json.peek() !== Byte.end) throw new JsonBytesFault(json.position);
    return isFound ? undefined : { code: 'no-entries-possible' };
  } catch (error) {
    if (error instanceof JsonBytesFault) return refusal(bytes, error);
    throw error;
  }
}

function refusal(bytes: Uint8Array, { at, tooDeep }: JsonBytesFault): Refusal {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0 && end < at; end = bytes.indexOf(0x0a, start)) {
    line++;
    start = end + 1;
  }
  return { code: tooDeep ? 'too-deep' : 'syntax', line, column: at - start + 1 };
}

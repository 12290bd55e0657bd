import type { ByteString } from '../../cookie/byte-string.ts';
import { finish, type Progress } from '../../table/progress.ts';

/** How deep brackets may stand in each other. Parsers recurse: this is looked at before any of them runs. */
export const MAX_DEPTH = 64;

/** How much text is looked at between two slices. */
const SLICE = 1 << 20;

/** The place of the first bracket beyond the limit, or -1. One pass without recursion; text in quotes does not count. */
export function* tooDeepAt(text: ByteString, limit = MAX_DEPTH): Generator<Progress, number> {
  let depth = 0;
  let quoted = false;
  let told = SLICE;
  for (let at = 0; at < text.length; at++) {
    if (at >= told) {
      yield { done: 0, total: text.length };
      told += SLICE;
    }
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > limit) return at;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return -1;
}

/** The same of a short text, in one go. */
export function isTooDeep(text: ByteString): boolean {
  return finish(tooDeepAt(text)) >= 0;
}

import type { Progress } from '../../table/progress.ts';

/** How much is read between two slices: some milliseconds. */
const SLICE = 1 << 16;

/** Tells of each line of a text, [start, end) without its LF or CRLF; the last line needs no end. */
export function* eachLine(
  bytes: Uint8Array,
  onLine: (start: number, end: number) => void,
): Generator<Progress, void> {
  let told = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const next = found < 0 ? bytes.length : found;
    onLine(start, next > start && found >= 0 && bytes[next - 1] === 0x0d ? next - 1 : next);
    start = next + 1;
    if (start - told < SLICE) continue;
    told = start;
    yield { done: start, total: bytes.length };
  }
}

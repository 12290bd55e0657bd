import type { Progress } from '../../table/progress.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** How much is read between two slices: some milliseconds. */
const SLICE = 1 << 16;

/**
 * Tells of each record of a table, [start, end) without its line end: a line, and what follows it while a cell in quotation marks goes on.
 * A quotation mark that is never closed counts for its line alone. Blank lines are no records.
 */
export function* tableRecords(
  bytes: Uint8Array,
  { from, delimiter }: { readonly from: number; readonly delimiter: number | undefined },
  onRecord: (start: number, end: number) => void,
): Generator<Progress, void> {
  let told = from;
  for (let start = from; start < bytes.length;) {
    const next = delimiter === undefined ? lineEnd(bytes, start) : recordEnd(bytes, start, delimiter);
    const end = next > start && next < bytes.length && bytes[next - 1] === CR ? next - 1 : next;
    if (end > start) onRecord(start, end);
    start = next + 1;
    if (start - told < SLICE) continue;
    told = start;
    yield { done: start, total: bytes.length };
  }
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LF, from);
  return end < 0 ? bytes.length : end;
}

/** Where the record ends that begins here. */
function recordEnd(bytes: Uint8Array, start: number, delimiter: number): number {
  let cellBegins = true;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LF) return at;
    if (cellBegins && byte === QUOTE) {
      const close = closingQuote(bytes, at + 1);
      if (close === undefined) return lineEnd(bytes, at);
      at = close;
    }
    cellBegins = byte === delimiter;
  }
  return bytes.length;
}

/** How long a cell may be: what is longer was never closed. */
const LONGEST = 1 << 20;

function closingQuote(bytes: Uint8Array, from: number): number | undefined {
  const until = Math.min(bytes.length, from + LONGEST);
  for (let at = from; at < until; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at;
    at++;
  }
  return undefined;
}

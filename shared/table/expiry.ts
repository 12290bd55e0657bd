import type { EpochSeconds } from '../cookie/cookie.ts';

const ZERO = 0x30;
const MINUS = 0x2d;
const DOT = 0x2e;

/** From here on an expiry is no date that anybody means in seconds. */
export const HUGE_EXPIRY: EpochSeconds = 2 ** 33;

/** An expiry that is not plain digits: empty is a session, `-5` is -5, `5.75` is 5, and anything else is NaN. */
export function readExpiry(bytes: Uint8Array, from: number, to: number): EpochSeconds {
  if (from === to) return 0;
  const negative = bytes[from] === MINUS;
  let at = negative ? from + 1 : from;
  const first = at;
  let seconds = 0;
  for (; at < to && isDigit(bytes[at]); at++) seconds = seconds * 10 + (bytes[at] as number) - ZERO;
  if (at === first) return Number.NaN;
  if (at < to && bytes[at] === DOT) {
    at++;
    while (at < to && isDigit(bytes[at])) at++;
  }
  if (at < to) return Number.NaN;
  const exact = Math.min(seconds, Number.MAX_SAFE_INTEGER);
  return negative && exact !== 0 ? -exact : exact;
}

/** Is the expiry nothing but digits, one at least? */
export function isPlainExpiry(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to) return false;
  for (let at = from; at < to; at++) if (!isDigit(bytes[at])) return false;
  return true;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9;
}

import { TAB } from './byte-classes.ts';

/** How a flag column is written. */
export const Written = { other: 0, true: 1, false: 2, odd: 4 } as const;

/** `TRUE` and its TAB: 5 bytes; `FALSE` and its TAB: 6 bytes; 0 for anything else. The only two ways of an ordinary line. */
export function plainBooleanLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x54) {
    return bytes[at + 1] === 0x52 && bytes[at + 2] === 0x55 && bytes[at + 3] === 0x45 && bytes[at + 4] === TAB
      ? 5
      : 0;
  }
  return bytes[at] === 0x46 &&
    bytes[at + 1] === 0x41 &&
    bytes[at + 2] === 0x4c &&
    bytes[at + 3] === 0x53 &&
    bytes[at + 4] === 0x45 &&
    bytes[at + 5] === TAB
    ? 6
    : 0;
}

/** Which boolean `bytes[from, to)` spells; with `Written.odd` when not in capitals, or none at all. */
export function writtenBoolean(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const meant = length === 4 ? Written.true : length === 5 ? Written.false : Written.other;
  if (meant === Written.other) return Written.odd;
  const word = meant === Written.true ? 'TRUE' : 'FALSE';
  let odd = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[from + at] as number;
    const letter = word.charCodeAt(at);
    if (byte === letter) continue;
    if (byte !== (letter | 0x20)) return Written.odd;
    odd = Written.odd;
  }
  return meant | odd;
}

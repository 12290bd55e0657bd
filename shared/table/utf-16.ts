/** A stretch of UTF-16: `[at, end)` of `bytes`, of which `[0, size)` are the file. A pair that begins in it is read whole. */
export interface Utf16Stretch {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  readonly size: number;
  readonly bigEndian: boolean;
}

const REPLACEMENT = 0xfffd;

/** Writes a stretch as UTF-8 into `target` from `to` on. `whole` is false when half a surrogate pair became U+FFFD. */
export function utf8FromUtf16(
  stretch: Utf16Stretch,
  target: Uint8Array,
  to: number,
): { readonly at: number; readonly to: number; readonly whole: boolean } {
  const { bytes, end, size, bigEndian } = stretch;
  const unit = (at: number): number =>
    bigEndian
      ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      : (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  let { at } = stretch;
  let written = to;
  let whole = true;
  while (at < end) {
    let code = unit(at);
    at += 2;
    if (code >= 0xd800 && code < 0xe000) {
      const low = code < 0xdc00 && at + 1 < size ? unit(at) : 0;
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        at += 2;
      } else {
        code = REPLACEMENT;
        whole = false;
      }
    }
    written = putUtf8(target, written, code);
  }
  return { at, to: written, whole };
}

/** UTF-8 as UTF-16, without a byte order mark. Bytes that are not UTF-8 become U+FFFD. */
export function utf16FromUtf8(bytes: Uint8Array, bigEndian: boolean): Uint8Array {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const units = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    units[2 * at] = bigEndian ? code >> 8 : code & 0xff;
    units[2 * at + 1] = bigEndian ? code & 0xff : code >> 8;
  }
  return units;
}

/** The same bytes of UTF-8, cut so that no letter begins in one piece and ends in another. */
export function* wholeLetters(chunks: Iterable<Uint8Array>): Generator<Uint8Array, void> {
  let kept = new Uint8Array(0);
  for (const chunk of chunks) {
    const bytes = new Uint8Array(kept.length + chunk.length);
    bytes.set(kept);
    bytes.set(chunk, kept.length);
    let cut = bytes.length;
    // A letter has four bytes at most: one that is not complete begins in the last three.
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      if ((bytes[bytes.length - back] ?? 0) < 0xc0) continue;
      cut = bytes.length - back;
      break;
    }
    kept = bytes.slice(cut);
    if (cut > 0) yield bytes.subarray(0, cut);
  }
  if (kept.length > 0) yield kept;
}

function putUtf8(target: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    target[at] = code;
    return at + 1;
  }
  if (code < 0x800) {
    target[at] = 0xc0 | (code >> 6);
    target[at + 1] = 0x80 | (code & 0x3f);
    return at + 2;
  }
  if (code < 0x10000) {
    target[at] = 0xe0 | (code >> 12);
    target[at + 1] = 0x80 | ((code >> 6) & 0x3f);
    target[at + 2] = 0x80 | (code & 0x3f);
    return at + 3;
  }
  target[at] = 0xf0 | (code >> 18);
  target[at + 1] = 0x80 | ((code >> 12) & 0x3f);
  target[at + 2] = 0x80 | ((code >> 6) & 0x3f);
  target[at + 3] = 0x80 | (code & 0x3f);
  return at + 4;
}

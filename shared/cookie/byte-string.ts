/** Text in which every character is one byte (U+0000 to U+00FF): any file content survives in it. The term is Web IDL's. */
export type ByteString = string;

const encoder = new TextEncoder();
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes of `text`, one a character. A character above U+00FF is a bug and throws. */
export function bytesOf(text: ByteString): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0xff) throw new Error('not a byte string');
    bytes[at] = code;
  }
  return bytes;
}

/** `bytes[from, to)` as a byte string. For long stretches use the host's `ByteStrings`, which is native. */
export function byteString(bytes: Uint8Array, from = 0, to = bytes.length): ByteString {
  let text = '';
  for (let at = from; at < to; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, to)));
  }
  return text;
}

/** The UTF-8 bytes of `text`, as a byte string: what a person typed, ready to be written. */
export function encodeUtf8(text: string): ByteString {
  return /^[\0-\x7f]*$/.test(text) ? text : byteString(encoder.encode(text));
}

/** The text a byte string spells as UTF-8, or nothing when it is not valid UTF-8. */
export function decodeUtf8(text: ByteString): string | undefined {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  try {
    return strict.decode(bytesOf(text));
  } catch {
    // The only failure here is invalid UTF-8, which is what the caller asked about.
    return undefined;
  }
}

/** A byte string as people read it: UTF-8 where it is valid, otherwise each byte of 0x80 and above as `\xE9`. */
export function displayText(text: ByteString): string {
  return (
    decodeUtf8(text) ??
    text.replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`)
  );
}

/** The pieces of a file as one. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Byte-string work that a host does natively (Node: `Buffer.latin1Slice`, `Buffer.utf8Slice`). */
export interface ByteStrings {
  decode(bytes: Uint8Array, from: number, to: number): ByteString;
  /** UTF-8 with U+FFFD for what is not valid. */
  decodeUtf8(bytes: Uint8Array, from: number, to: number): string;
  /** Memory that is not cleared, and not backed until it is touched, where the host can give it. */
  allocate(size: number): Uint8Array<ArrayBuffer>;
}

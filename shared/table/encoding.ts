import type { ByteStrings } from '../cookie/byte-string.ts';
import { CR, LF, TAB } from './byte-classes.ts';
import type { Progress } from './progress.ts';
import { roomFor } from './row-store.ts';
import { utf16FromUtf8, utf8FromUtf16 } from './utf-16.ts';

/** How a file's bytes are written down. The table always holds UTF-8 (or bytes that are taken for it) with LF or CR LF. */
export interface Encoding {
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly byteOrderMark: boolean;
  /** Every line ends with CR alone; in the table they end with LF. */
  readonly crOnly: boolean;
}

/** Bytes for a table, and whether `encodeStretch` gives back exactly the file they came from. */
export interface Decoded {
  readonly encoding: Encoding;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The first line begins at `from`: a UTF-8 byte order mark is skipped, not copied. */
  readonly from: number;
  readonly size: number;
  readonly reversible: boolean;
}

const MARKS: Readonly<Record<Encoding['charset'], readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};
/** Bytes worked on between two yields. */
const SLICE = 1 << 20;

/** Finds out how a file is written down and gives its bytes for a table; plain files are not copied. */
export function* decodeFile(
  bytes: Uint8Array<ArrayBuffer>,
  size: number,
  strings: ByteStrings,
): Generator<Progress, Decoded> {
  const marked = (['utf-8', 'utf-16le', 'utf-16be'] as const).find((name) =>
    startsWith(bytes, size, MARKS[name]),
  );
  const charset = marked ?? unmarkedWide(bytes, size);
  const from = marked === undefined ? 0 : MARKS[marked].length;
  const plain =
    charset === 'utf-16le' || charset === 'utf-16be'
      ? yield* decodeUtf16({ bytes, from, size, charset }, strings)
      : undefined;
  const text = plain ?? { bytes, from, size, reversible: true };
  const crOnly = hasOnlyCr(text.bytes, text.from, text.size);
  return {
    encoding: { charset: charset ?? 'utf-8', byteOrderMark: marked !== undefined, crOnly },
    ...(crOnly ? withLf(text, strings) : text),
  };
}

/** Do these first bytes of a file tell how all of it is written down, and can it be read line by line as it comes? */
export function isPlainFromTheStart(head: Uint8Array): boolean {
  const wide = (['utf-16le', 'utf-16be'] as const).some((name) => startsWith(head, head.length, MARKS[name]));
  return !wide && unmarkedWide(head, head.length) === undefined && head.includes(LF);
}

/** Characters that must look like UTF-16 before a file without a byte order mark is taken for it. */
const WIDE_ENOUGH = 8;

/** UTF-16 that lost its byte order mark: ASCII characters to begin with, each with a NUL byte before or behind it. */
function unmarkedWide(bytes: Uint8Array, size: number): 'utf-16le' | 'utf-16be' | undefined {
  if (size < WIDE_ENOUGH * 2) return undefined;
  const isWide = (text: number): boolean => {
    for (let at = 0; at < WIDE_ENOUGH * 2; at += 2) {
      const byte = bytes[at + text] ?? 0;
      const isText = (byte >= 0x20 && byte < 0x7f) || byte === CR || byte === LF || byte === TAB;
      if (!isText || bytes[at + 1 - text] !== 0) return false;
    }
    return true;
  };
  if (isWide(0)) return 'utf-16le';
  return isWide(1) ? 'utf-16be' : undefined;
}

/** A stretch of a table's bytes as the file writes it, byte order mark apart; whole lines at a time. */
export function encodeStretch(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  const ended = encoding.crOnly ? bytes.map((byte) => (byte === LF ? CR : byte)) : bytes;
  return encoding.charset === 'utf-8' ? ended : utf16FromUtf8(ended, encoding.charset === 'utf-16be');
}

/** The byte order mark that the file begins with: none, or two or three bytes. */
export function byteOrderMark(encoding: Encoding): Uint8Array {
  return Uint8Array.from(encoding.byteOrderMark ? MARKS[encoding.charset] : []);
}

type Text = Omit<Decoded, 'encoding'>;

/** UTF-16 as UTF-8, when every unit of it has one meaning; half a character or half a unit makes it one-way. */
function* decodeUtf16(
  source: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly from: number;
    readonly size: number;
    readonly charset: 'utf-16le' | 'utf-16be';
  },
  strings: ByteStrings,
): Generator<Progress, Text> {
  const { bytes, from, size, charset } = source;
  // A unit of two bytes becomes three at most.
  const decoded = strings.allocate(roomFor(Math.ceil(size * 1.5)));
  const bigEndian = charset === 'utf-16be';
  let to = 0;
  let at = from;
  let reversible = (size & 1) === 0;
  while (at + 1 < size) {
    const part = utf8FromUtf16(
      { bytes, at, end: Math.min(at + SLICE, size & ~1), size, bigEndian },
      decoded,
      to,
    );
    at = part.at;
    to = part.to;
    reversible &&= part.whole;
    yield { done: at, total: size };
  }
  return { bytes: decoded, from: 0, size: to, reversible };
}

/** Is there a CR and no LF at all? */
function hasOnlyCr(bytes: Uint8Array, from: number, size: number): boolean {
  const text = bytes.subarray(from, size);
  return !text.includes(LF) && text.includes(CR);
}

/** A copy with LF for every CR, which goes back because there was no LF before. */
function withLf(text: Text, strings: ByteStrings): Text {
  const bytes = strings.allocate(roomFor(text.size));
  for (let at = 0; at < text.size; at++) {
    const byte = text.bytes[at] ?? 0;
    bytes[at] = byte === CR ? LF : byte;
  }
  return { ...text, bytes };
}

function startsWith(bytes: Uint8Array, size: number, mark: readonly number[]): boolean {
  return size >= mark.length && mark.every((byte, at) => bytes[at] === byte);
}

import { decodeUtf8, encodeUtf8, type ByteString } from '../../cookie/byte-string.ts';
import { LF } from '../../table/byte-classes.ts';
import type { Progress } from '../../table/progress.ts';
import type { ClientOptions, CookieFile } from '../client.ts';
import { lineByLine } from '../line-by-line.ts';
import type { FilePart } from '../quick-load.ts';

/** How Python takes bytes for text. */
export interface Charset {
  readonly encoding: NonNullable<ClientOptions['encoding']>;
  /** The text; nothing where the bytes are none. */
  decode(bytes: ByteString): string | undefined;
  encode(text: string): ByteString;
}

const same = (text: string): string => text;
// oxlint-disable-next-line no-control-regex -- a range of bytes
const ASCII = /^[\0-\x7f]*$/;

const CHARSETS: Readonly<Record<Charset['encoding'], Charset>> = {
  'utf-8': { encoding: 'utf-8', decode: decodeUtf8, encode: encodeUtf8 },
  'iso-8859-1': { encoding: 'iso-8859-1', decode: same, encode: same },
  ascii: {
    encoding: 'ascii',
    decode: (bytes) => (isAscii(bytes) ? bytes : undefined),
    encode: same,
  },
};

/** The character set that the options choose; UTF-8 where they choose none. */
export function charsetOf(options: ClientOptions | undefined): Charset {
  return CHARSETS[options?.encoding ?? 'utf-8'];
}

export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/** The bytes as text, for comparisons alone. */
export function decoded(bytes: ByteString, charset: Charset): string {
  return isAscii(bytes) ? bytes : (charset.decode(bytes) ?? bytes);
}

/** Python's `str.lower`. */
export function lowerCase(bytes: ByteString, charset: Charset): ByteString {
  return isAscii(bytes) ? bytes.toLowerCase() : charset.encode(decoded(bytes, charset).toLowerCase());
}

/** What `str.strip` takes away. */
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*';
const AT_START = new RegExp(`^${SPACE}`);
const AT_END = new RegExp(`${SPACE}$`);

/** The text without what Python takes for space at its beginning; empty where it is nothing else. */
export function withoutSpaceBefore(bytes: ByteString, charset: Charset): string {
  const first = bytes.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return bytes;
  return decoded(bytes, charset).replace(AT_START, '');
}

/** Python's `str.strip`. */
export function stripped(text: string): string {
  return text.replace(AT_START, '').replace(AT_END, '');
}

/** Python reads files in pieces of so many bytes, and decodes piece by piece. */
const PIECE = 8192;

/** The first line with bytes that are no text in this character set, and the last line that is read before it is seen. */
export interface Undecodable {
  readonly line: number;
  /** Lines before this one are handed out before the error comes. */
  readonly readUntil: number;
  /** The same line as one of the whole file, where only a part is looked at. */
  readonly unreadFrom: number;
}

/** Looks for bytes that cannot be decoded, in a file or in a part of one to which all of its lines with bytes over 127 belong. */
export function* findUndecodable(
  file: CookieFile | FilePart,
  charset: Charset,
): Generator<Progress, Undecodable | undefined> {
  if (charset.encoding === 'iso-8859-1') return undefined;
  let bad: number | undefined;
  yield* lineByLine(file.lineCount, (line) => {
    if (bad !== undefined) return;
    const text = file.line(line);
    if (!isAscii(text) && charset.decode(text) === undefined) bad = line;
  });
  if (bad === undefined) return undefined;
  const text = file.line(bad);
  const whole = 'whole' in file ? file.whole : file;
  const lines = 'whole' in file ? file.lines : undefined;
  const badLine = lines?.[bad] ?? bad;
  // A character that the end of the file cuts off is missed only there, when all before it is read.
  if (canBegin(text, charset)) return { line: bad, readUntil: bad, unreadFrom: badLine };
  const ends: number[] = [];
  let end = 0;
  yield* lineByLine(badLine, (line) => {
    ends.push((end += lengthOf(whole, line)));
  });
  const at = end + firstBad(text, charset);
  const pieceStart = at - (at % PIECE);
  const first = ends.findIndex((other) => other > pieceStart);
  const unreadFrom = first < 0 ? badLine : first;
  const readUntil = lines?.filter((line) => line < unreadFrom).length ?? unreadFrom;
  return { line: bad, readUntil, unreadFrom };
}

function lengthOf(file: CookieFile, line: number): number {
  const { memory } = file;
  const [from, to] = [memory?.from(line) ?? 0, memory?.to(line) ?? 0];
  return to > from && memory?.bytes[to - 1] === LF ? to - from : file.line(line).length;
}

/** Where the first byte lies that cannot be decoded. */
function firstBad(text: ByteString, charset: Charset): number {
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (canBegin(text.slice(0, middle), charset)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The beginning of a UTF-8 sequence, without its end. */
const UNFINISHED =
  /(?:[\xc2-\xdf]|\xe0[\xa0-\xbf]?|[\xe1-\xec\xee\xef][\x80-\xbf]?|\xed[\x80-\x9f]?|\xf0(?:[\x90-\xbf][\x80-\xbf]?)?|[\xf1-\xf3](?:[\x80-\xbf]{1,2})?|\xf4(?:[\x80-\x8f][\x80-\xbf]?)?)$/;

/** Whether text may begin so: its last character may be cut. */
function canBegin(bytes: ByteString, charset: Charset): boolean {
  if (charset.decode(bytes) !== undefined) return true;
  return charset.encoding === 'utf-8' && charset.decode(bytes.replace(UNFINISHED, '')) !== undefined;
}

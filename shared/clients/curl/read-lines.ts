import type { ByteString } from '../../cookie/byte-string.ts';
import type { CookieFile } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import type { CurlBehaviour } from './behaviour.ts';

/** A line with its LF may have this many bytes. */
const LONGEST = 4999;
const CHUNK = 127;

const TOO_LONG = reason('line-too-long', { limit: LONGEST - 1 });
const NUL = reason('nul-byte');
const CUT_AT_NUL = reason('value-cut', { at: 'NUL byte' }, 'nul-byte');

/** What the reader tells: a line to parse (its text ends in LF), or that lines never reach the parser. */
export interface LineSink {
  /** Takes an ordinary line of no more than 4,998 bytes and LF without making its text; whether it did. */
  parsePlain(line: number): boolean;
  /** `cut`: why the text is not the whole line. */
  parse(text: ByteString, line: number, cut?: Reason): void;
  lose(line: number, why: Reason): void;
}

/** Where reading ends before the file does. */
export interface Stop {
  readonly line: number;
  readonly reason: Reason;
  /** The transfer fails (exit code 100); otherwise the rest of the file is passed over without a word. */
  readonly fails: boolean;
}

/** After so many lines the reader pauses. */
const PAUSE = 2048;

/** Cuts a file into lines as a version of curl does: in pieces as `fgets` gives them, each of which ends at a NUL byte. Yields how far it is. */
export function* readLines(
  file: CookieFile,
  reader: CurlBehaviour['lineReader'],
  sink: LineSink,
): Generator<number, Stop | undefined> {
  if (reader === 'fixed-buffer') return yield* throughFixedBuffer(file, sink);
  return yield* throughGrowingBuffer(file, reader, sink);
}

function isPlain(text: ByteString): boolean {
  return text.length <= LONGEST && text.endsWith('\n') && !text.includes('\0');
}

/** What C sees of a piece: all before its first NUL byte. */
function visible(piece: ByteString): ByteString {
  const nul = piece.indexOf('\0');
  return nul < 0 ? piece : piece.slice(0, nul);
}

function cutAt(text: ByteString): Reason | undefined {
  return text.includes('\0') ? CUT_AT_NUL : undefined;
}

/** Up to 8.6: a piece without LF at its end has everything up to the next LF discarded. */
function* throughFixedBuffer(file: CookieFile, sink: LineSink): Generator<number, Stop | undefined> {
  let discardFrom: number | undefined;
  for (let line = 0; line < file.lineCount; line++) {
    if (line % PAUSE === PAUSE - 1) yield line;
    if (discardFrom === undefined && sink.parsePlain(line)) continue;
    const text = file.line(line);
    if (discardFrom === undefined && isPlain(text)) {
      sink.parse(text, line);
      continue;
    }
    const isLast = line === file.lineCount - 1;
    if (discardFrom !== undefined) sink.lose(line, reason('swallowed-by-nul', { line: discardFrom }));
    for (let at = 0; at < text.length; at += LONGEST) {
      const piece = text.slice(at, at + LONGEST);
      const seen = visible(piece);
      if (seen === '') return { line, reason: NUL, fails: false };
      const atEnd = isLast && at + piece.length === text.length && piece.length < LONGEST;
      if (seen.endsWith('\n')) {
        if (discardFrom === undefined) sink.parse(seen, line);
        discardFrom = undefined;
      } else if (atEnd && !piece.endsWith('\n')) {
        if (discardFrom === undefined) sink.parse(`${seen}\n`, line, cutAt(text));
        return undefined;
      } else {
        if (discardFrom === undefined) sink.lose(line, text.length > LONGEST ? TOO_LONG : NUL);
        discardFrom ??= line;
      }
    }
  }
  return undefined;
}

/** From 8.7: pieces of 127 bytes are gathered until one ends in LF. */
function* throughGrowingBuffer(
  file: CookieFile,
  reader: CurlBehaviour['lineReader'],
  sink: LineSink,
): Generator<number, Stop | undefined> {
  const fails = reader === 'growing-buffer-or-failure';
  const readsToEnd = reader !== 'growing-buffer';
  let gathered = '';
  let begun = 0;
  for (let line = 0; line < file.lineCount; line++) {
    if (line % PAUSE === PAUSE - 1) yield line;
    if (gathered === '' && sink.parsePlain(line)) continue;
    const text = file.line(line);
    if (gathered === '') {
      if (isPlain(text)) {
        sink.parse(text, line);
        continue;
      }
      begun = line;
    } else sink.lose(line, reason('swallowed-by-nul', { line: begun }));
    for (let at = 0; at < text.length; at += CHUNK) {
      const seen = visible(text.slice(at, at + CHUNK));
      if (seen === '' && !readsToEnd) return { line, reason: NUL, fails: false };
      gathered += seen;
      if (gathered.length > LONGEST) return { line: begun, reason: TOO_LONG, fails };
    }
    if (!gathered.endsWith('\n')) {
      if (text.includes('\0')) sink.lose(begun, NUL);
      continue;
    }
    sink.parse(gathered, begun, begun < line ? CUT_AT_NUL : cutAt(text));
    gathered = '';
  }
  return atEndOfFile(file, { gathered, begun, readsToEnd, fails }, sink);
}

interface Rest {
  readonly gathered: ByteString;
  readonly begun: number;
  readonly readsToEnd: boolean;
  readonly fails: boolean;
}

/** The last line when it has no LF. Before 8.14 only a last piece that is not full is known to be the last. */
function atEndOfFile(file: CookieFile, rest: Rest, sink: LineSink): Stop | undefined {
  const { gathered, begun, readsToEnd, fails } = rest;
  if (gathered === '') return undefined;
  const last = file.line(file.lineCount - 1);
  if (!readsToEnd && (last.endsWith('\n') || last.length % CHUNK === 0)) {
    sink.lose(begun, last.endsWith('\n') ? NUL : reason('last-line-unterminated'));
    return undefined;
  }
  if (gathered.length + 1 > LONGEST) return { line: begun, reason: TOO_LONG, fails };
  sink.parse(`${gathered}\n`, begun, begun < file.lineCount - 1 ? CUT_AT_NUL : cutAt(last));
  return undefined;
}

import { byteString, bytesOf, type ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { SourceDocument, WriteBackRow } from '../format.ts';
import { linesOf } from '../lines-of.ts';

/** A text file whose entries are stretches of it, one behind another. The mark of a row is its record's number, from 0. */
export interface RecordSource {
  readonly bytes: Uint8Array;
  /** The n-th record stands at [starts[n], ends[n]), ascending; the line end behind it is not part of it. */
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /**
   * The text of a record, without a line end behind it. `old` is the text of an entry that was edited: what the edit did not
   * change stays in it, so that an edit that changes nothing gives `old` back.
   */
  record(cookie: Cookie, old?: ByteString, origin?: number): ByteString;
  /** Follows what is written, where what a record says depends on the lines before it. */
  guide?(): RecordGuide;
}

/** Sees what is written, in its order. */
export interface RecordGuide {
  /** What stands between records; it may begin with the rest of a line. */
  between(text: ByteString, isMidLine: boolean): void;
  /** A line that has to stand before a record. */
  lead(row: WriteBackRow, record: ByteString): ByteString | undefined;
}

/** A file of records that was read: untouched records and all that stands between them come out verbatim. */
export function recordDocument(source: RecordSource): SourceDocument {
  let lines: Uint32Array | undefined;
  return {
    lineOf(origin) {
      lines ??= linesOf((at) => source.bytes.indexOf(LF, at), source.starts);
      return lines[origin] ?? 1;
    },
    writeBack: (rows) => writtenBack(source, rows),
  };
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Each record goes with what follows it up to the next one. A removed record takes its own line end along and leaves the rest; a
 * new record stands on a line of its own.
 */
function* writtenBack(source: RecordSource, rows: Iterable<WriteBackRow>): Generator<Uint8Array, void> {
  const { bytes, starts, ends } = source;
  const list = [...rows];
  const present = new Set<number>();
  for (const { origin } of list) if (origin !== undefined) present.add(origin);
  const start = (n: number): number => (n < starts.length ? (starts[n] ?? 0) : bytes.length);
  const out = new LineWriter(usualLineEnd(bytes), source.guide?.());
  yield* out.between(bytes.subarray(0, start(0)));
  let cursor = 0;
  const leftovers = function* (until: number): Generator<Uint8Array, void> {
    for (; cursor < until; cursor++) {
      if (present.has(cursor)) continue;
      const gap = bytes.subarray(ends[cursor] ?? 0, start(cursor + 1));
      yield* out.between(gap.subarray(lineEndAt(gap)));
    }
  };
  for (const row of list) {
    const { origin, cookie } = row;
    if (origin === undefined) {
      if (cookie === undefined) continue;
      yield* out.record(row, source.record(cookie));
      yield* out.endLine();
      continue;
    }
    yield* leftovers(origin);
    cursor = Math.max(cursor, origin + 1);
    const end = ends[origin] ?? 0;
    const old = byteString(bytes, start(origin), end);
    const isEdited = !row.untouched && cookie !== undefined;
    yield* out.record(row, isEdited ? source.record(cookie, old, origin) : old);
    yield* out.between(bytes.subarray(end, start(origin + 1)));
  }
  yield* leftovers(starts.length);
}

/** Gives pieces on, and knows whether a line is open. */
class LineWriter {
  readonly #lineEnd: Uint8Array;
  readonly #guide: RecordGuide | undefined;
  #open = false;

  constructor(lineEnd: Uint8Array, guide: RecordGuide | undefined) {
    this.#lineEnd = lineEnd;
    this.#guide = guide;
  }

  *between(piece: Uint8Array): Generator<Uint8Array, void> {
    this.#guide?.between(byteString(piece), this.#open);
    yield* this.#put(piece);
  }

  /** A record begins a line. */
  *record(row: WriteBackRow, text: ByteString): Generator<Uint8Array, void> {
    if (this.#open) yield* this.endLine();
    const lead = this.#guide?.lead(row, text);
    if (lead !== undefined) {
      yield* this.#put(bytesOf(lead));
      yield* this.endLine();
    }
    yield* this.#put(bytesOf(text));
  }

  *#put(piece: Uint8Array): Generator<Uint8Array, void> {
    if (piece.length === 0) return;
    this.#open = piece[piece.length - 1] !== LF;
    yield piece;
  }

  *endLine(): Generator<Uint8Array, void> {
    yield* this.#put(this.#lineEnd);
  }
}

/** How long the line end is that a text begins with. */
function lineEndAt(text: Uint8Array): number {
  if (text[0] === LF) return 1;
  return text[0] === CR && text[1] === LF ? 2 : 0;
}

function usualLineEnd(bytes: Uint8Array): Uint8Array {
  const first = bytes.indexOf(LF);
  return first > 0 && bytes[first - 1] === CR ? Uint8Array.of(CR, LF) : Uint8Array.of(LF);
}

import * as v from 'valibot';
import type { Table } from '#shared/table/table.ts';
import type { Frame } from '../../files/journal-frames.ts';

/** What a journal says of the document that it belongs to. */
const metaSchema = v.object({
  title: v.string(),
  /** The file's path, one character a byte; absent for a document that has no file. */
  path: v.optional(v.string()),
  format: v.string(),
  /** The SHA-256 of what the document believed to be on disk. */
  disk: v.optional(v.string()),
  /** Seconds since 1970 of the last edit. */
  at: v.number(),
});
export type StateMeta = v.InferOutput<typeof metaSchema>;

/** Bytes `[from, to)` of a document's table, or bytes that do not stand in it. */
export type Part = { readonly from: number; readonly to: number } | { readonly bytes: Uint8Array };

/** A document at one moment: what it took for saved, and what it was. */
export interface DocumentState {
  readonly meta: StateMeta;
  readonly saved: readonly Part[];
  readonly present: readonly Part[];
}

/** The same read back, as bytes. */
export interface StoredState {
  readonly meta: StateMeta;
  readonly saved: Uint8Array<ArrayBuffer>;
  readonly present: Uint8Array<ArrayBuffer>;
}

/** The kinds of frames: bytes of the table behind those before, and a state of the document. */
const KIND = { bytes: 1, state: 2 } as const;
const PIECE = 1 << 20;

/** What a save writes, as parts: stretches of the table are named by where they are, and cost nothing. */
export function partsOf(chunks: Iterable<Uint8Array>, table: Table): Part[] {
  const { buffer, byteOffset } = table.bytes;
  const parts: Part[] = [];
  for (const bytes of chunks) {
    const last = parts.at(-1);
    const from = bytes.byteOffset - byteOffset;
    if (bytes.buffer !== buffer) parts.push({ bytes });
    else if (last !== undefined && 'to' in last && last.to === from) {
      parts[parts.length - 1] = { from: last.from, to: from + bytes.length };
    } else parts.push({ from, to: from + bytes.length });
  }
  return parts;
}

/** How many bytes the rows of a table take, appended ones included. */
export function bytesUsed(table: Table): number {
  return table.columns.start[table.count] ?? 0;
}

/** Frames that hold bytes `[from, to)` of a table; what is written there later is behind them. */
export function* byteFrames(bytes: Uint8Array, from: number, to: number): Generator<Frame, void> {
  for (let at = from; at < to; at += PIECE) {
    yield { kind: KIND.bytes, payload: bytes.subarray(at, Math.min(to, at + PIECE)) };
  }
}

/** A frame that holds a state; the bytes that it names stand in frames before it. */
export function stateFrame({ meta, saved, present }: DocumentState): Frame {
  const text = Buffer.from(JSON.stringify(meta));
  const payload = Buffer.concat([numbers([text.length]), text, ...encoded(saved), ...encoded(present)]);
  return { kind: KIND.state, payload };
}

/** Puts frames together again; what is asked for is the last state whose frames were whole. */
export class StateReader {
  #bytes = Buffer.alloc(1 << 16);
  #size = 0;
  #last: Frame | undefined;

  /** Takes the next frame in. */
  add(frame: Frame): void {
    if (frame.kind === KIND.state) this.#last = frame;
    if (frame.kind !== KIND.bytes) return;
    const size = this.#size + frame.payload.length;
    if (size > this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(size, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = grown;
    }
    this.#bytes.set(frame.payload, this.#size);
    this.#size = size;
  }

  /** The last state; nothing when there is none, or it was written by a program that means something else by it. */
  state(): StoredState | undefined {
    if (this.#last === undefined) return undefined;
    try {
      return this.#decoded(Buffer.from(this.#last.payload));
    } catch (error) {
      if (error instanceof RangeError || error instanceof SyntaxError || v.isValiError(error))
        return undefined;
      throw error;
    }
  }

  #decoded(payload: Buffer): StoredState {
    const cursor = { payload, at: 0 };
    const text = taken(cursor, number(cursor)).toString('utf8');
    const meta = v.parse(metaSchema, JSON.parse(text));
    return { meta, saved: this.#content(cursor), present: this.#content(cursor) };
  }

  #content(cursor: Cursor): Uint8Array<ArrayBuffer> {
    const parts = Array.from({ length: number(cursor) }, () => {
      const length = number(cursor);
      const from = number(cursor);
      if (from === LITERAL) return taken(cursor, length);
      if (from + length > this.#size) throw new RangeError('bytes that the journal does not hold');
      return this.#bytes.subarray(from, from + length);
    });
    return new Uint8Array(Buffer.concat(parts));
  }
}

/** Stands for "the bytes follow" where a place would stand; no table is so large. */
const LITERAL = 2 ** 48 - 1;
const NUMBER = 6;

interface Cursor {
  readonly payload: Buffer;
  at: number;
}

function* encoded(parts: readonly Part[]): Generator<Uint8Array, void> {
  yield numbers([parts.length]);
  for (const part of parts) {
    if ('bytes' in part) {
      yield numbers([part.bytes.length, LITERAL]);
      yield part.bytes;
    } else yield numbers([part.to - part.from, part.from]);
  }
}

function numbers(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(values.length * NUMBER);
  for (const [at, value] of values.entries()) bytes.writeUIntBE(value, at * NUMBER, NUMBER);
  return bytes;
}

function number(cursor: Cursor): number {
  return taken(cursor, NUMBER).readUIntBE(0, NUMBER);
}

function taken(cursor: Cursor, length: number): Buffer {
  const { payload, at } = cursor;
  if (at + length > payload.length) throw new RangeError('the state ends early');
  cursor.at += length;
  return payload.subarray(at, at + length);
}

import { byteString } from '../cookie/byte-string.ts';
import type { ByteString, ByteStrings } from '../cookie/byte-string.ts';

/**
 * Hot: called once for every line of a file, in random order, so that cache misses are what it costs. A slot holds the
 * hash and the place of a record, a record its number, its length and its bytes, all beside each other: two misses a
 * look-up. Watched by `test/bench` (open).
 */

/** Where the hash of a text begins, and what it is multiplied by after each byte. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/** Bytes of a record before its text: number and length. */
const HEAD = 8;
/** A look-up that passes so many slots gives up on hashing: in a table that is half full only texts chosen to collide go so far. */
const PROBES = 128;

const BATCH = 4096;

/** The hash that `ByteInterner.intern` expects of `bytes[from, to)`. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), HASH_PRIME);
  return hash;
}

/** Texts that wait for their numbers: together they cost far less than one by one, because their cache misses overlap. */
export class InternBatch {
  count = 0;
  /** Where the number goes in the column. */
  readonly row = new Uint32Array(BATCH);
  readonly from = new Uint32Array(BATCH);
  readonly to = new Uint32Array(BATCH);
  readonly hash = new Int32Array(BATCH);
  /** For `internAll`: the record that the first slot names. */
  readonly place = new Int32Array(BATCH);
}

/** Gives equal texts equal numbers, counting from 0. */
export class ByteInterner {
  readonly #strings: ByteStrings;
  #count = 0;
  /** Pairs: hash, place of the record plus 1 (0 for a free slot). */
  #slots = new Int32Array(2 << 10);
  #shift = 32 - 10;
  #bytes: Uint8Array<ArrayBuffer>;
  #words: Int32Array<ArrayBuffer>;
  #used = 0;
  #places = new Uint32Array(1 << 10);
  /** Every text's number, once hashing was given up. */
  #texts: Map<ByteString, number> | undefined;

  constructor(strings: ByteStrings) {
    this.#strings = strings;
    this.#bytes = strings.allocate(1 << 16);
    this.#words = wordsOf(this.#bytes);
  }

  get count(): number {
    return this.#count;
  }

  /** The bytes of all texts, at `from` and `length` of each. Growth replaces it. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Where a text begins in `bytes`. */
  from(number: number): number {
    return (this.#places[number] as number) + HEAD;
  }

  length(number: number): number {
    return this.#words[((this.#places[number] as number) >> 2) + 1] as number;
  }

  /** Begin and end of every text in `bytes`, side by side. */
  ends(): Uint32Array {
    const ends = new Uint32Array(2 * this.#count);
    for (let number = 0; number < this.#count; number++) {
      const from = this.from(number);
      ends[2 * number] = from;
      ends[2 * number + 1] = from + this.length(number);
    }
    return ends;
  }

  /** The number of `bytes[from, to)`, a new one when it was not seen before. */
  intern(bytes: Uint8Array, from: number, to: number, hash: number): number {
    if (this.#texts !== undefined) return this.#internByText(bytes, from, to);
    const slots = this.#slots;
    const words = this.#words;
    const length = to - from;
    const mask = slots.length - 2;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> this.#shift) << 1;
    for (let probe = 0; probe < PROBES; probe++) {
      const place = (slots[slot + 1] as number) - 1;
      if (place < 0) return this.#add(bytes, from, to, hash, slot);
      if (slots[slot] === hash && this.#isAt(place, bytes, from, length)) return words[place >> 2] as number;
      slot = (slot + 2) & mask;
    }
    return this.#internByText(bytes, from, to);
  }

  /** Numbers a whole batch, in its order, and empties it. */
  internAll(bytes: Uint8Array, batch: InternBatch, column: Uint32Array): void {
    const { count, row, from, to, hash } = batch;
    this.#lookUp(batch);
    for (let at = 0; at < count; at++) {
      const begin = from[at] as number;
      const length = (to[at] as number) - begin;
      const place = batch.place[at] as number;
      column[row[at] as number] = this.#isAt(place, bytes, begin, length)
        ? (this.#words[place >> 2] as number)
        : this.intern(bytes, begin, begin + length, hash[at] as number);
    }
    batch.count = 0;
  }

  /** Finds the record that each text most likely is: -1 where there is none. Nothing here waits for the one before. */
  #lookUp({ count, hash, place }: InternBatch): void {
    const slots = this.#slots;
    const words = this.#words;
    const shift = this.#shift;
    for (let at = 0; at < count; at++) {
      const slot = (Math.imul(hash[at] as number, 0x9e3779b1) >>> shift) << 1;
      place[at] = slots[slot] === hash[at] ? (slots[slot + 1] as number) - 1 : -1;
    }
    for (let at = 0; at < count; at++) {
      const found = place[at] as number;
      // The length is looked at only so that the record is near when its bytes are compared.
      if (found >= 0 && words[(found >> 2) + 1] === -1) place[at] = -1;
    }
  }

  #isAt(place: number, bytes: Uint8Array, from: number, length: number): boolean {
    if (place < 0 || this.#words[(place >> 2) + 1] !== length) return false;
    const known = this.#bytes;
    const text = place + HEAD;
    let at = 0;
    while (at < length && known[text + at] === bytes[from + at]) at++;
    return at === length;
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const number = this.#record(bytes, from, to);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = (this.#places[number] as number) + 1;
    if (this.#count * 4 > this.#slots.length) this.#widen();
    return number;
  }

  #record(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    const place = this.#used;
    this.#used = (place + HEAD + length + 3) & ~3;
    if (this.#used > this.#bytes.length) this.#grow();
    if (this.#count === this.#places.length) {
      const places = new Uint32Array(this.#places.length * 2);
      places.set(this.#places);
      this.#places = places;
    }
    const number = this.#count++;
    this.#places[number] = place;
    this.#words[place >> 2] = number;
    this.#words[(place >> 2) + 1] = length;
    const known = this.#bytes;
    for (let at = 0; at < length; at++) known[place + HEAD + at] = bytes[from + at] as number;
    return number;
  }

  #grow(): void {
    const bytes = this.#strings.allocate(Math.max(this.#bytes.length, this.#used) * 2);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
    this.#words = wordsOf(bytes);
  }

  #widen(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    this.#shift -= 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      const hash = old[from] as number;
      let slot = (Math.imul(hash, 0x9e3779b1) >>> this.#shift) << 1;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = hash;
      slots[slot + 1] = old[from + 1] as number;
    }
    this.#slots = slots;
  }

  /** Scenario: a file made so that all its hosts have one hash. The engine's own hashing of strings is seeded. */
  #internByText(bytes: Uint8Array, from: number, to: number): number {
    if (this.#texts === undefined) {
      this.#texts = new Map();
      for (let number = 0; number < this.#count; number++) {
        const start = this.from(number);
        this.#texts.set(byteString(this.#bytes, start, start + this.length(number)), number);
      }
    }
    const text = byteString(bytes, from, to);
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const number = this.#record(bytes, from, to);
    this.#texts.set(text, number);
    return number;
  }
}

function wordsOf(bytes: Uint8Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

import { byteString } from '../cookie/byte-string.ts';
import type { ByteString } from '../cookie/byte-string.ts';

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
/** A look-up that passes so many slots gives up on hashing: somebody chose texts that collide. */
const PROBES = 96;

/** The hash that `ByteInterner.intern` expects of `bytes[from, to)`. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), HASH_PRIME);
  return hash;
}

/** Gives equal texts equal numbers, counting from 0. */
export class ByteInterner {
  #count = 0;
  /** Pairs: hash, place of the record plus 1 (0 for a free slot). */
  #slots = new Int32Array(2 << 10);
  #shift = 32 - 10;
  #bytes = new Uint8Array(1 << 16);
  #words = new Int32Array(this.#bytes.buffer);
  #used = 0;
  #places = new Uint32Array(1 << 10);
  /** Every text's number, once hashing was given up. */
  #texts: Map<ByteString, number> | undefined;

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

  /** The number of `bytes[from, to)`, a new one when it was not seen before. */
  intern(bytes: Uint8Array, from: number, to: number, hash: number): number {
    if (this.#texts !== undefined) return this.#internByText(bytes, from, to);
    const slots = this.#slots;
    const words = this.#words;
    const known = this.#bytes;
    const length = to - from;
    const mask = slots.length - 2;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> this.#shift) << 1;
    for (let probe = 0; probe < PROBES; probe++) {
      const place = (slots[slot + 1] as number) - 1;
      if (place < 0) return this.#add(bytes, from, to, hash, slot);
      if (slots[slot] === hash && words[(place >> 2) + 1] === length) {
        let at = 0;
        while (at < length && known[place + HEAD + at] === bytes[from + at]) at++;
        if (at === length) return words[place >> 2] as number;
      }
      slot = (slot + 2) & mask;
    }
    return this.#internByText(bytes, from, to);
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
    const bytes = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used * 2));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
    this.#words = new Int32Array(bytes.buffer);
  }

  #widen(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 4);
    const mask = slots.length - 2;
    this.#shift -= 2;
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

import type { ByteString, ByteStrings } from '../cookie/byte-string.ts';
import { SLASH } from './byte-classes.ts';
import { ByteInterner, hashBytes } from './byte-interner.ts';
import { pathTraits } from './field-traits.ts';

/** The number of the path `/`, which nearly all rows have. */
export const ROOT_PATH = 0;

const ROOT = Uint8Array.of(SLASH);

/** The paths of a table, each once, by number: rows have few different ones, so that they are looked at and compared once. */
export class PathTable {
  readonly #strings: ByteStrings;
  readonly #paths: ByteInterner;
  #traits = new Uint32Array(16);

  constructor(strings: ByteStrings) {
    this.#strings = strings;
    this.#paths = new ByteInterner(strings);
    this.number(ROOT, 0, 1, hashBytes(ROOT, 0, 1));
  }

  /** The number of the path `bytes[from, to)`, which has `hash` (`hashBytes`). */
  number(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const { count } = this.#paths;
    const number = this.#paths.intern(bytes, from, to, hash);
    if (number === count) this.#note(number, pathTraits(bytes, from, to));
    return number;
  }

  /** The path's part of the traits of a row. */
  traits(number: number): number {
    return this.#traits[number] as number;
  }

  text(number: number): ByteString {
    const from = this.#paths.from(number);
    return this.#strings.decode(this.#paths.bytes, from, from + this.#paths.length(number));
  }

  /** Where the text of each path is, by number: begin and end side by side. */
  texts(): { readonly bytes: Uint8Array; readonly ends: Uint32Array } {
    return { bytes: this.#paths.bytes, ends: this.#paths.ends() };
  }

  #note(number: number, traits: number): void {
    if (number === this.#traits.length) {
      const grown = new Uint32Array(2 * number);
      grown.set(this.#traits);
      this.#traits = grown;
    }
    this.#traits[number] = traits;
  }
}

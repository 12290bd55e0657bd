import type { ByteString, ByteStrings } from '../../cookie/byte-string.ts';

/** A stretch of a file that is no text. What does not lie wholly inside of it cannot be read: the answer is nothing. */
export class BinaryPart {
  readonly size: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #littleEndian: boolean;

  constructor(bytes: Uint8Array, order: 'little-endian' | 'big-endian') {
    this.size = bytes.length;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#littleEndian = order === 'little-endian';
  }

  /** A byte. */
  byte(at: number): number | undefined {
    return this.#bytes[at];
  }

  /** A number of two bytes without a sign. */
  uint16(at: number): number | undefined {
    return at + 2 > this.size ? undefined : this.#view.getUint16(at, this.#littleEndian);
  }

  /** A number of four bytes without a sign. */
  uint32(at: number): number | undefined {
    return at + 4 > this.size ? undefined : this.#view.getUint32(at, this.#littleEndian);
  }

  /** A number with a fraction, of eight bytes. */
  float64(at: number): number | undefined {
    return at + 8 > this.size ? undefined : this.#view.getFloat64(at, this.#littleEndian);
  }

  /** The bytes [from, to). */
  bytes(from: number, to: number): Uint8Array | undefined {
    return from <= to && to <= this.size ? this.#bytes.subarray(from, to) : undefined;
  }

  /** Text that ends before a NUL byte. */
  textUntilNul(at: number, strings: ByteStrings): ByteString | undefined {
    const end = this.#bytes.indexOf(0, at);
    return end < 0 ? undefined : strings.decode(this.#bytes, at, end);
  }
}

import type { ByteStrings } from '../cookie/byte-string.ts';
import type { Progress } from './progress.ts';

/** How a file's bytes are written down. The table always holds UTF-8 (or bytes that are taken for it) with LF or CR LF. */
export interface Encoding {
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly byteOrderMark: boolean;
  /** Every line ends with CR alone; in the table they end with LF. */
  readonly crOnly: boolean;
}

/** Bytes for a table, and whether `encode` gives back exactly the file they came from. */
export interface Decoded {
  readonly encoding: Encoding;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The first line begins at `from`: a UTF-8 byte order mark is skipped, not copied. */
  readonly from: number;
  readonly size: number;
  readonly reversible: boolean;
}

/** Finds out how a file is written down and gives its bytes for a table; plain files are not copied. */
export function decodeFile(
  _bytes: Uint8Array<ArrayBuffer>,
  _size: number,
  _strings: ByteStrings,
): Generator<Progress, Decoded> {
  throw new Error('pending');
}

/** A stretch of a table's bytes as the file writes it, byte order mark apart; whole lines at a time. */
export function encodeStretch(_bytes: Uint8Array, _encoding: Encoding): Uint8Array {
  throw new Error('pending');
}

/** The byte order mark that the file begins with: none, or two or three bytes. */
export function byteOrderMark(_encoding: Encoding): Uint8Array {
  throw new Error('pending');
}

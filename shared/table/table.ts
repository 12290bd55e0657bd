import type { ByteString, ByteStrings } from '../cookie/byte-string.ts';
import type { Cookie, CookieExtras } from '../cookie/cookie.ts';
import type { Columns, Field, UnparsedReason } from './columns.ts';
import type { EntryReader, RawEntry } from './entry-reader.ts';
import type { Hosts } from './hosts.ts';

/** The bytes that a table's first rows are read from: `bytes[from, size)`. What is behind `size` is room for new rows. */
export interface TableSource {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly size: number;
  /** Where the first line begins: behind a byte order mark. */
  readonly from?: number;
}

/** How a row ends. */
export type LineEnd = 'lf' | 'crlf' | 'none';

/**
 * The rows of a document: one byte buffer and typed-array columns over it. The file's lines come first (`scan.ts`
 * reads them); edited and new lines are appended behind them. A row is never changed and never removed.
 */
export class Table implements EntryReader {
  readonly strings: ByteStrings;

  constructor(strings: ByteStrings, _source?: TableSource) {
    this.strings = strings;
  }

  /** A table for a file of `size` bytes that are still to be put into `bytes[0, size)`. */
  static forSize(_strings: ByteStrings, _size: number): Table {
    throw new Error('pending');
  }

  /** Growth replaces it: fetch it again after every append. */
  get bytes(): Uint8Array<ArrayBuffer> {
    throw new Error('pending');
  }
  /** Growth replaces it: fetch it again after every append. */
  get columns(): Columns {
    throw new Error('pending');
  }
  /** How many rows there are, appended ones included. */
  get count(): number {
    throw new Error('pending');
  }
  /** How many rows came from the file. */
  get baseCount(): number {
    throw new Error('pending');
  }
  get hosts(): Hosts {
    throw new Error('pending');
  }

  /** Appends one line, its end (LF, CR LF or nothing) included, and gives its row. */
  appendLine(_line: Uint8Array | ByteString): number {
    throw new Error('pending');
  }
  /** Appends a row of another table as it is, extras included. */
  appendRow(_from: Table, _row: number): number {
    throw new Error('pending');
  }
  /** Appends the canonical line of a cookie; its fields may hold TAB, CR and LF where the format can. */
  appendEntry(_cookie: Cookie, _lineEnd?: LineEnd): number {
    throw new Error('pending');
  }
  /** Appends something that is kept verbatim for a reason of its format's own. */
  appendUnparsed(_text: ByteString, _reason: UnparsedReason, _lineEnd?: LineEnd): number {
    throw new Error('pending');
  }

  field(_row: number, _field: Field): ByteString {
    throw new Error('pending');
  }
  fieldLength(_row: number, _field: Field): number {
    throw new Error('pending');
  }
  line(_row: number): ByteString {
    throw new Error('pending');
  }
  rawEntry(_row: number): RawEntry {
    throw new Error('pending');
  }
  cookie(_row: number): Cookie {
    throw new Error('pending');
  }
  extras(_row: number): CookieExtras | undefined {
    throw new Error('pending');
  }
  reason(_row: number): UnparsedReason {
    throw new Error('pending');
  }
  lineEnd(_row: number): LineEnd {
    throw new Error('pending');
  }
  /** The bytes of a row, its end included: a slice, not a copy. */
  rowBytes(_row: number): Uint8Array<ArrayBuffer> {
    throw new Error('pending');
  }
}

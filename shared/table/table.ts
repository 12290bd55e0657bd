import type { ByteString, ByteStrings } from '../cookie/byte-string.ts';
import type { Cookie, CookieExtras, SameSite } from '../cookie/cookie.ts';
import { appendEntry, appendLine, appendRow, appendUnparsed } from './append-row.ts';
import type { Columns, Field, UnparsedReason } from './columns.ts';
import { Flag } from './columns.ts';
import type { EntryReader, RawEntry } from './entry-reader.ts';
import type { HostTable } from './host-table.ts';
import type { PathTable } from './path-table.ts';
import { fieldEnds, rawEntryOf, reasonOf, rowEnd, storedCookie } from './read-row.ts';
import { RowStore, expectedRows, roomFor } from './row-store.ts';

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
  readonly #store: RowStore;
  readonly #from: number;
  readonly #size: number;
  #baseCount: number | undefined;

  constructor(strings: ByteStrings, source?: TableSource) {
    const { bytes, size, from = 0 } = source ?? { bytes: strings.allocate(roomFor(0)), size: 0 };
    this.strings = strings;
    this.#from = from;
    this.#size = size;
    this.#store = new RowStore(strings, bytes, expectedRows(size));
    this.#store.begin(from, size);
  }

  /** A table for a file of `size` bytes that are still to be put into `bytes[0, size)`. */
  static forSize(strings: ByteStrings, size: number): Table {
    return new Table(strings, { bytes: strings.allocate(roomFor(size)), size });
  }

  /** An empty table with room for the rows of a source of `size` bytes: it need not move while they come. */
  static forSource(strings: ByteStrings, size: number): Table {
    return new Table(strings, { bytes: strings.allocate(roomFor(size)), size: 0 });
  }

  /** Growth replaces it: fetch it again after every append. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#store.bytes;
  }

  /** Growth replaces it: fetch it again after every append. */
  get columns(): Columns {
    return this.#store.columns;
  }

  /** How many rows there are, appended ones included. */
  get count(): number {
    return this.#store.count;
  }

  /** How many rows came from the file: the first ones. */
  get baseCount(): number {
    return this.#baseCount ?? this.#store.count;
  }

  get hosts(): HostTable {
    return this.#store.hosts;
  }

  get paths(): PathTable {
    return this.#store.paths;
  }

  /** What the scanner works on. */
  source(): { readonly store: RowStore; readonly from: number; readonly size: number } {
    return { store: this.#store, from: this.#from, size: this.#size };
  }

  /** Appends one line, its end (LF, CR LF or nothing) included, and gives its row. */
  appendLine(line: Uint8Array | ByteString): number {
    this.#closeBase();
    return appendLine(this.#store, line);
  }

  /** Appends a row of another table as it is, extras included. */
  appendRow(from: Table, row: number): number {
    this.#closeBase();
    return appendRow(this.#store, from.#store, row);
  }

  /** Appends the canonical line of a cookie; its fields may hold TAB, CR and LF where the format can. */
  appendEntry(cookie: Cookie, lineEnd: LineEnd = 'lf'): number {
    this.#closeBase();
    return appendEntry(this.#store, cookie, lineEnd);
  }

  /** Appends something that is kept verbatim for a reason of its format's own. */
  appendUnparsed(text: ByteString, reason: UnparsedReason, lineEnd: LineEnd = 'lf'): number {
    this.#closeBase();
    return appendUnparsed(this.#store, { text, reason, lineEnd });
  }

  field(row: number, field: Field): ByteString {
    const store = this.#store;
    const [from, to] = fieldEnds(store, row, field);
    if (to - from === 1) return String.fromCharCode(store.bytes[from] ?? 0);
    return this.strings.decode(store.bytes, from, to);
  }

  /** Where a field of an entry begins and ends in `bytes`. */
  fieldEnds(row: number, field: Field): readonly [number, number] {
    return fieldEnds(this.#store, row, field);
  }

  fieldLength(row: number, field: Field): number {
    const [from, to] = fieldEnds(this.#store, row, field);
    return to - from;
  }

  line(row: number): ByteString {
    const { bytes, columns } = this.#store;
    return this.strings.decode(bytes, columns.start[row] ?? 0, rowEnd(columns, row));
  }

  rawEntry(row: number): RawEntry {
    return rawEntryOf(this, row);
  }

  cookie(row: number): Cookie {
    return storedCookie(this, row);
  }

  extras(row: number): CookieExtras | undefined {
    return this.#store.extras.get(row);
  }

  sameSite(row: number): SameSite | undefined {
    return this.#store.extras.sameSite(row);
  }

  reason(row: number): UnparsedReason {
    return reasonOf(this.columns, row);
  }

  lineEnd(row: number): LineEnd {
    const flags = this.columns.flags[row] ?? 0;
    if ((flags & Flag.endLf) === 0) return 'none';
    return (flags & Flag.endCr) === 0 ? 'lf' : 'crlf';
  }

  /** The bytes of a row, its end included: a slice, not a copy. */
  rowBytes(row: number): Uint8Array<ArrayBuffer> {
    const { start } = this.columns;
    return this.bytes.subarray(start[row], start[row + 1]);
  }

  /** The first appended row ends the file's own. */
  #closeBase(): void {
    this.#baseCount ??= this.#store.count;
  }
}

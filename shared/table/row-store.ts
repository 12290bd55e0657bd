import type { ByteStrings } from '../cookie/byte-string.ts';
import type { Columns } from './columns.ts';
import { InternBatch } from './byte-interner.ts';
import { ExtrasColumns } from './extras-columns.ts';
import { HostTable } from './host-table.ts';
import { OddBounds } from './odd-bounds.ts';
import { PathTable } from './path-table.ts';

/** Room that is always there behind the last byte: the scanner may look so far ahead, and searching may read past a row. */
const LOOK_AHEAD = 64;

/** As many rows as a slice of scanning may need: one a byte. */
const SLICE_ROWS = 1 << 17;

/**
 * The memory of a table: bytes, columns and what only few rows have. `start[count]` is always the end of the last row.
 * Both grow by copying; memory that was not touched yet costs nothing, so they start large.
 */
export class RowStore {
  readonly strings: ByteStrings;
  readonly hosts: HostTable;
  readonly paths: PathTable;
  /** Hosts of rows that the scanner has read and not numbered yet; empty between calls. */
  readonly unnumbered = new InternBatch();
  bytes: Uint8Array<ArrayBuffer>;
  /** The same memory, two bytes at a time. */
  pairs: Uint16Array<ArrayBuffer>;
  columns: Columns;
  count = 0;
  /** The fields of entries with an odd layout: begin and end of each, in the order of `FIELDS`, counted from the row's start. */
  readonly bounds = new OddBounds();
  readonly extras = new ExtrasColumns();

  constructor(strings: ByteStrings, bytes: Uint8Array<ArrayBuffer>, expectedRows: number) {
    this.strings = strings;
    this.hosts = new HostTable(strings);
    this.paths = new PathTable(strings);
    this.bytes = bytes;
    this.pairs = pairsOf(bytes);
    this.columns = newColumns(expectedRows);
  }

  /** Says where the file's lines are. Until all of them are read, nothing may be appended. */
  begin(from: number, size: number): void {
    this.columns.start[0] = from;
    if (size + LOOK_AHEAD > this.bytes.length || (this.bytes.byteOffset & 1) !== 0)
      this.#move(size, roomFor(size));
  }

  /** The end of the last row. */
  get used(): number {
    return this.columns.start[this.count] as number;
  }

  /** Makes room for `more` rows behind the last. */
  reserveRows(more: number): void {
    const needed = this.count + more;
    const { columns } = this;
    if (needed <= columns.flags.length) return;
    const grown = newColumns(needed + (this.count >> 1) + SLICE_ROWS);
    const keep = <Column extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
      from: Column,
      to: Column,
      count: number,
    ): void => to.set(from.subarray(0, count));
    keep(columns.start, grown.start, this.count + 1);
    keep(columns.pathAt, grown.pathAt, this.count);
    keep(columns.nameAt, grown.nameAt, this.count);
    keep(columns.valueAt, grown.valueAt, this.count);
    keep(columns.host, grown.host, this.count);
    keep(columns.path, grown.path, this.count);
    keep(columns.flags, grown.flags, this.count);
    keep(columns.traits, grown.traits, this.count);
    keep(columns.nameHash, grown.nameHash, this.count);
    keep(columns.expiry, grown.expiry, this.count);
    this.columns = grown;
  }

  /** Makes room for `more` bytes behind the last row. */
  reserveBytes(more: number): void {
    const needed = this.used + more + LOOK_AHEAD;
    if (needed <= this.bytes.length) return;
    this.#move(this.used, roomFor(needed));
  }

  #move(keep: number, length: number): void {
    const bytes = this.strings.allocate(length);
    bytes.set(this.bytes.subarray(0, keep));
    this.bytes = bytes;
    this.pairs = pairsOf(bytes);
  }
}

/**
 * How much memory a table over `size` bytes of lines should begin with: room to look ahead, and for each line to be
 * written once more, so that an edit of all lines need not move a hundred megabytes in one piece.
 */
export function roomFor(size: number): number {
  const edits = Math.min(size + (size >> 2), 1 << 29) + (1 << 16);
  return 2 * Math.ceil((size + LOOK_AHEAD + edits) / 2);
}

/** How many rows a file of `size` bytes may well have, with room for a slice of empty lines. */
export function expectedRows(size: number): number {
  return (size >> 5) + Math.min(size, SLICE_ROWS) + 64;
}

function newColumns(rows: number): Columns {
  return {
    start: new Uint32Array(rows + 1),
    pathAt: new Uint16Array(rows),
    nameAt: new Uint16Array(rows),
    valueAt: new Uint16Array(rows),
    host: new Uint32Array(rows),
    path: new Uint32Array(rows),
    flags: new Uint8Array(rows),
    traits: new Uint32Array(rows),
    nameHash: new Uint32Array(rows),
    expiry: new Float64Array(rows),
  };
}

function pairsOf(bytes: Uint8Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  // Bytes at an odd place are moved before anything is read.
  if ((bytes.byteOffset & 1) !== 0) return new Uint16Array(0);
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
}

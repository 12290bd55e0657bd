import {
  byteString,
  bytesOf,
  encodeUtf8,
  type ByteString,
  type ByteStrings,
} from '../../cookie/byte-string.ts';

/**
 * What was read of one table of a database, as bytes: this, a line of JSON about the table, and then its cells, row by row. A host reads the
 * database, which takes more than bytes; the formats read this.
 */
const MAGIC = '\0table image\0';

/** A cell as it is written: text and blobs as bytes. */
export type Cell = null | number | Uint8Array | typeof TOO_LONG;

/** Stands for text that is longer than any cookie. */
export const TOO_LONG = Symbol('too long');

/** What an image says of its table. */
export interface ImageHead {
  readonly table: string;
  /** The version of the schema that the database states. */
  readonly version: number;
  readonly columns: readonly string[];
}

/** `small` stands for a number that is one byte, since most columns are yes or no; `short` for bytes whose count is one. */
const Tag = { none: 0, number: 1, bytes: 2, tooLong: 3, small: 4, short: 5 } as const;

/** Writes an image. Its memory is taken at once, where `room` is enough: what is not touched of it costs nothing. */
export class ImageWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #used = 0;

  constructor(head: ImageHead, room: number) {
    const first = bytesOf(encodeUtf8(`${MAGIC}${JSON.stringify(head)}\n`));
    this.#bytes = new Uint8Array(first.length + room);
    this.#view = new DataView(this.#bytes.buffer);
    this.#bytes.set(first);
    this.#used = first.length;
  }

  /** What was written until now. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#used);
  }

  /** One row: a cell for each column, in their order. */
  row(cells: readonly Cell[]): void {
    for (const cell of cells) this.#cell(cell);
  }

  #cell(cell: Cell): void {
    this.#reserve(cell instanceof Uint8Array ? 5 + cell.length : 9);
    if (cell === null) this.#byte(Tag.none);
    else if (cell === TOO_LONG) this.#byte(Tag.tooLong);
    else if (typeof cell !== 'number') {
      this.#text(cell);
    } else if (Number.isInteger(cell) && cell >= 0 && cell < 256 && !Object.is(cell, -0)) {
      this.#byte(Tag.small);
      this.#byte(cell);
    } else {
      this.#byte(Tag.number);
      this.#view.setFloat64(this.#used, cell);
      this.#used += 8;
    }
  }

  #text(cell: Uint8Array): void {
    if (cell.length < 256) {
      this.#byte(Tag.short);
      this.#byte(cell.length);
    } else {
      this.#byte(Tag.bytes);
      this.#view.setUint32(this.#used, cell.length);
      this.#used += 4;
    }
    this.#bytes.set(cell, this.#used);
    this.#used += cell.length;
  }

  #byte(value: number): void {
    this.#bytes[this.#used] = value;
    this.#used += 1;
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#bytes.length) return;
    const grown = new Uint8Array(this.#bytes.length * 2 + more);
    grown.set(this.bytes);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

/** The table that an image's first bytes are of. */
export function tableOf(head: ByteString): string | undefined {
  return headOf(head)?.table;
}

/** A row of an image, by the names of its columns. */
export class ImageRow {
  readonly #cells: ReadonlyMap<string, number | ByteString | typeof TOO_LONG>;

  constructor(cells: ReadonlyMap<string, number | ByteString | typeof TOO_LONG>) {
    this.#cells = cells;
  }

  /** Text of a column, whatever bytes it has; nothing where there is no such column, or no text in it. */
  text(column: string): ByteString | undefined {
    const cell = this.#cells.get(column);
    return typeof cell === 'string' ? cell : undefined;
  }

  /** A number of a column. */
  number(column: string): number | undefined {
    const cell = this.#cells.get(column);
    return typeof cell === 'number' ? cell : undefined;
  }

  /** Has one of its columns more text than any cookie? */
  get tooLong(): boolean {
    return [...this.#cells.values()].includes(TOO_LONG);
  }
}

/** An image that is read row by row. */
export class TableImage {
  readonly head: ImageHead;
  /** Where the next row begins. */
  at: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #strings: ByteStrings;

  private constructor(head: ImageHead, at: number, bytes: Uint8Array, strings: ByteStrings) {
    this.head = head;
    this.at = at;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#strings = strings;
  }

  /** Nothing where the bytes are no image. */
  static of(bytes: Uint8Array, strings: ByteStrings): TableImage | undefined {
    const end = bytes.indexOf(0x0a);
    const head = end < 0 ? undefined : headOf(byteString(bytes, 0, end + 1));
    return head && new TableImage(head, end + 1, bytes, strings);
  }

  /** The next row, nothing at the end, and `damaged` where the bytes end inside a row or are none. */
  next(): ImageRow | 'damaged' | undefined {
    if (this.at >= this.#bytes.length) return undefined;
    const cells = new Map<string, number | ByteString | typeof TOO_LONG>();
    for (const column of this.head.columns) {
      const cell = this.#cell();
      if (cell === undefined) return 'damaged';
      if (cell !== null) cells.set(column, cell);
    }
    return new ImageRow(cells);
  }

  #cell(): number | ByteString | typeof TOO_LONG | null | undefined {
    const tag = this.#bytes[this.at];
    const from = this.at + 1;
    const left = this.#bytes.length - from;
    this.at = from;
    if (tag === Tag.none) return null;
    if (tag === Tag.tooLong) return TOO_LONG;
    if (tag === Tag.small && left >= 1) {
      this.at = from + 1;
      return this.#bytes[from];
    }
    if (tag === Tag.number && left >= 8) {
      this.at = from + 8;
      return this.#view.getFloat64(from);
    }
    const head = tag === Tag.short ? 1 : 4;
    if ((tag !== Tag.bytes && tag !== Tag.short) || left < head) return undefined;
    const length = tag === Tag.short ? (this.#bytes[from] as number) : this.#view.getUint32(from);
    if (left - head < length) return undefined;
    this.at = from + head + length;
    return this.#strings.decode(this.#bytes, from + head, this.at);
  }
}

function headOf(text: ByteString): ImageHead | undefined {
  if (!text.startsWith(MAGIC)) return undefined;
  const end = text.indexOf('\n');
  try {
    const head: unknown = JSON.parse(text.slice(MAGIC.length, Math.max(0, end)));
    return isHead(head) ? head : undefined;
  } catch {
    // Bytes that are no JSON are no image.
    return undefined;
  }
}

function isHead(value: unknown): value is ImageHead {
  if (typeof value !== 'object' || value === null) return false;
  if (!('table' in value && 'version' in value && 'columns' in value)) return false;
  const { table, version, columns } = value;
  const named =
    Array.isArray(columns) && columns.length > 0 && columns.every((name) => typeof name === 'string');
  return typeof table === 'string' && typeof version === 'number' && named;
}

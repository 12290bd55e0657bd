import type { ByteString } from '../cookie/byte-string.ts';
import { lowerCaseAscii } from '../cookie/canonical-host.ts';
import { KIND_MASK, Kind } from './columns.ts';
import type { Progress } from './progress.ts';
import { contains, fieldsAt } from './search-row.ts';
import type { Table } from './table.ts';

export { SearchField } from './search-row.ts';

export interface Search {
  /** UTF-8 bytes; `A` to `Z` are found as `a` to `z` and the other way round. An empty one is found everywhere. */
  readonly needle: ByteString;
  /** `SearchField` bits, or-ed; all of them without it. */
  readonly fields?: number;
  /** Only these rows, ascending: the matches of a shorter needle. */
  readonly within?: Uint32Array;
  /** Stop when so many rows were found. */
  readonly limit?: number;
}

/** About a mebibyte of whole rows in small letters. `text[0]` is the byte at `start[first]`. */
interface Block {
  readonly first: number;
  readonly end: number;
  readonly text: ByteString;
}

const BLOCK_BYTES = 1 << 20;
/** Searching row by row costs about as much as searching so many times more rows by blocks. */
const ROW_BY_ROW_FACTOR = 8;
const ROWS_PER_SLICE = 1 << 14;
const ALL_FIELDS = 31;

/**
 * Text search over all rows of a table, current or not. It keeps a copy of the bytes in small letters, made block by
 * block as far as searches come, so that the native string search does the work. Watched by `test/bench` (search).
 */
export class TextSearch {
  readonly #table: Table;
  #blocks: Block[] = [];

  constructor(table: Table) {
    this.#table = table;
  }

  /** The rows that contain the needle, ascending. */
  *find(search: Search): Generator<Progress, Uint32Array> {
    const { needle, fields = ALL_FIELDS, within, limit = Infinity } = search;
    const folded = needle.toLowerCase();
    const { count } = this.#table;
    const found = new FoundRows(limit, within);
    if (within !== undefined && within.length * ROW_BY_ROW_FACTOR < count) {
      yield* this.#findInRows(within, { needle, fields }, found);
      return found.rows();
    }
    let place = 0;
    for (let row = 0; row < count && !found.full; place++) {
      const block = this.#block(place, row);
      this.#findInBlock(block, { needle, folded, fields }, found);
      row = block.end;
      yield { done: row, total: count };
    }
    return found.rows();
  }

  /** Does one row contain it? */
  matches(row: number, { needle, fields = ALL_FIELDS }: Search): boolean {
    return contains(this.#table, row, lowerCaseAscii(needle), fields);
  }

  /** Makes the copy ahead of the first search. */
  *prepare(): Generator<Progress, void> {
    const { count } = this.#table;
    let place = 0;
    for (let row = 0; row < count; place++) {
      row = this.#block(place, row).end;
      yield { done: row, total: count };
    }
  }

  /** Lets go of the copy: the next search makes it again. */
  release(): void {
    this.#blocks = [];
  }

  *#findInRows(
    rows: Uint32Array,
    { needle, fields }: { readonly needle: ByteString; readonly fields: number },
    found: FoundRows,
  ): Generator<Progress, void> {
    const folded = lowerCaseAscii(needle);
    for (let at = 0; at < rows.length && !found.full; at++) {
      const row = rows[at] as number;
      if (contains(this.#table, row, folded, fields)) found.push(row);
      if (at % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield { done: at, total: rows.length };
    }
  }

  /** The block that begins with `first`; the last one is made again when rows were appended. */
  #block(place: number, first: number): Block {
    const known = this.#blocks[place];
    const { count, columns, bytes, strings } = this.#table;
    if (known !== undefined && (known.end === count || place < this.#blocks.length - 1)) return known;
    const from = columns.start[first] as number;
    let end = first + 1;
    while (end < count && (columns.start[end] as number) - from < BLOCK_BYTES) end++;
    if (known !== undefined && known.end === end) return known;
    const text = strings.decode(bytes, from, columns.start[end] as number).toLowerCase();
    const block = { first, end, text };
    this.#blocks[place] = block;
    return block;
  }

  #findInBlock(
    { first, end, text }: Block,
    {
      needle,
      folded,
      fields,
    }: { readonly needle: ByteString; readonly folded: ByteString; readonly fields: number },
    found: FoundRows,
  ): void {
    const { start, flags } = this.#table.columns;
    const from = start[first] as number;
    // Folding takes bytes of 0x80 and above for Latin-1 letters: what it finds of them is looked at again.
    const exact = /^[\0-\x7f]*$/.test(needle);
    let row = first;
    for (let at = text.indexOf(folded); at >= 0 && !found.full; at = text.indexOf(folded, at)) {
      const byte = from + at;
      while ((start[row + 1] as number) <= byte) row++;
      if (row >= end) return;
      if (exact && ((flags[row] as number) & KIND_MASK) === Kind.entry) {
        if ((fieldsAt(this.#table, row, byte, byte + needle.length) & fields) === 0) {
          at++;
          continue;
        }
        found.push(row);
      } else if (contains(this.#table, row, lowerCaseAscii(needle), fields)) found.push(row);
      at = (start[row + 1] as number) - from;
    }
  }
}

/** Rows that were found so far, ascending, up to a limit; others than those `within` are left out. */
class FoundRows {
  readonly #limit: number;
  readonly #within: Uint32Array | undefined;
  #withinAt = 0;
  #rows = new Uint32Array(1024);
  #count = 0;

  constructor(limit: number, within: Uint32Array | undefined) {
    this.#limit = limit;
    this.#within = within;
  }

  get full(): boolean {
    return this.#count >= this.#limit;
  }

  push(row: number): void {
    if (this.#within !== undefined && !this.#isWithin(this.#within, row)) return;
    if (this.#count === this.#rows.length) {
      const grown = new Uint32Array(this.#count * 2);
      grown.set(this.#rows);
      this.#rows = grown;
    }
    this.#rows[this.#count++] = row;
  }

  #isWithin(within: Uint32Array, row: number): boolean {
    while (this.#withinAt < within.length && (within[this.#withinAt] as number) < row) this.#withinAt++;
    return within[this.#withinAt] === row;
  }

  rows(): Uint32Array {
    return this.#rows.subarray(0, this.#count);
  }
}

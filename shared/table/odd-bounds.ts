import { FIELDS } from './columns.ts';
import { placeIn } from './place-in.ts';

/** Begin and end of every field. */
const WIDTH = 2 * FIELDS.length;

/** Where the fields of rows with an odd layout begin and end: in columns, since all rows of a file may be such. Rows come in their order. */
export class OddBounds {
  #rows = new Uint32Array(64);
  #ends = new Uint32Array(64 * WIDTH);
  #count = 0;

  /** Keeps the fields of a row behind those that are kept already. */
  add(row: number, ends: ArrayLike<number>): void {
    if (this.#count === this.#rows.length) this.#grow();
    this.#rows[this.#count] = row;
    this.#ends.set(ends, this.#count * WIDTH);
    this.#count++;
  }

  /** The fields of a row, if it is one of these. */
  get(row: number): Uint32Array | undefined {
    const at = placeIn(this.#rows, this.#count, row);
    return at === undefined ? undefined : this.#ends.subarray(at * WIDTH, (at + 1) * WIDTH);
  }

  #grow(): void {
    const rows = new Uint32Array(this.#rows.length * 2);
    rows.set(this.#rows);
    this.#rows = rows;
    const ends = new Uint32Array(this.#ends.length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
  }
}

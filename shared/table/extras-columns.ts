import type { CookieExtras, SameSite } from '../cookie/cookie.ts';
import { placeIn } from './place-in.ts';

type Times = 'creationTime' | 'lastAccessTime';
type Kind = Omit<CookieExtras, Times>;

const FIRST_GROWTH = 1 << 17;

/**
 * What rows have beside a Netscape line: in columns, since all rows of a browser's store have times of their own. The rest is the same
 * for many of them and kept once. Rows come in their order; all bytes of a number are kept.
 */
export class ExtrasColumns {
  #rows = new Uint32Array(64);
  #kinds = new Uint32Array(64);
  /** NaN for none. */
  #created = new Float64Array(64);
  #accessed = new Float64Array(64);
  #count = 0;
  readonly #known: Kind[] = [];
  readonly #places = new Map<string, number>();

  /** Keeps those of a row behind the rows that are kept already. */
  add(row: number, { creationTime = Number.NaN, lastAccessTime = Number.NaN, ...kind }: CookieExtras): void {
    if (this.#count === this.#rows.length) this.#grow();
    this.#rows[this.#count] = row;
    this.#kinds[this.#count] = this.#placeOf(kind);
    this.#created[this.#count] = creationTime;
    this.#accessed[this.#count] = lastAccessTime;
    this.#count++;
  }

  /** Those of a row, if it has any. */
  get(row: number): CookieExtras | undefined {
    const at = placeIn(this.#rows, this.#count, row);
    if (at === undefined) return undefined;
    const creationTime = this.#created[at] as number;
    const lastAccessTime = this.#accessed[at] as number;
    return {
      ...this.#known[this.#kinds[at] as number],
      ...(!Number.isNaN(creationTime) && { creationTime }),
      ...(!Number.isNaN(lastAccessTime) && { lastAccessTime }),
    };
  }

  /** One of them without the others: rules and sorting ask for it row after row. */
  sameSite(row: number): SameSite | undefined {
    const at = placeIn(this.#rows, this.#count, row);
    return at === undefined ? undefined : this.#known[this.#kinds[at] as number]?.sameSite;
  }

  #placeOf(kind: Kind): number {
    const key = JSON.stringify(kind);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#known.length);
    return this.#known.push(kind) - 1;
  }

  #grow(): void {
    // Memory that was not touched yet costs nothing: few files grow it twice.
    const size = Math.max(2 * this.#count, FIRST_GROWTH);
    const rows = new Uint32Array(size);
    const kinds = new Uint32Array(size);
    const created = new Float64Array(size);
    const accessed = new Float64Array(size);
    rows.set(this.#rows);
    kinds.set(this.#kinds);
    created.set(this.#created);
    accessed.set(this.#accessed);
    [this.#rows, this.#kinds, this.#created, this.#accessed] = [rows, kinds, created, accessed];
  }
}

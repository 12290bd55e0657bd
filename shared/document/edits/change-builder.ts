import { ABSENT } from '../change.ts';
import type { Change } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { Properties } from '../properties.ts';

/** Collects what an edit does to lines, in columns, and makes one change of it. For the present state only. */
export class ChangeBuilder {
  readonly #document: CookieDocument;
  #ids = new Uint32Array(64);
  #before = new Uint32Array(64);
  #after = new Uint32Array(64);
  #length = 0;
  #ascending = true;
  readonly #inserted: number[] = [];
  readonly #anchors: number[] = [];
  #properties: Properties | undefined;

  constructor(document: CookieDocument) {
    this.#document = document;
  }

  /** How many lines the change touches so far. */
  get size(): number {
    return this.#length;
  }

  /** The lines that are new, in the order in which they were added. */
  get inserted(): readonly number[] {
    return this.#inserted;
  }

  /** Lets a line show another row. A line may be named once only. Protected lines stay where work is to spare them. */
  replace(id: number, row: number): void {
    if (this.#document.protection.spares(id)) return;
    if (this.#length === this.#ids.length) {
      this.#ids = grown(this.#ids);
      this.#before = grown(this.#before);
      this.#after = grown(this.#after);
    }
    if (this.#length > 0 && id <= (this.#ids[this.#length - 1] ?? 0)) this.#ascending = false;
    this.#ids[this.#length] = id;
    this.#before[this.#length] = this.#document.lines.row(id);
    this.#after[this.#length++] = row;
  }

  remove(id: number): void {
    this.replace(id, ABSENT);
  }

  /** A new line behind another one (`ABSENT`: before the first), behind those that were put there earlier. */
  insert(anchor: number, row: number): number {
    const id = this.#document.lines.idCount + this.#inserted.length;
    this.#inserted.push(id);
    this.#anchors.push(anchor);
    this.replace(id, row);
    return id;
  }

  setProperties(properties: Properties): void {
    this.#properties = properties;
  }

  build(): Change {
    const { properties } = this.#document;
    let ids = trimmed(this.#ids, this.#length);
    let before = trimmed(this.#before, this.#length);
    let after = trimmed(this.#after, this.#length);
    if (!this.#ascending) {
      const unordered = ids;
      const order = Uint32Array.from(ids.keys()).sort(
        (left, right) => (unordered[left] ?? 0) - (unordered[right] ?? 0),
      );
      const inOrder = (column: Uint32Array): Uint32Array<ArrayBuffer> =>
        order.map((at) => column[at] ?? ABSENT);
      [ids, before, after] = [inOrder(ids), inOrder(before), inOrder(after)];
    }
    return {
      rows: { ids, before, after },
      ...(this.#inserted.length > 0 && {
        inserted: { ids: Uint32Array.from(this.#inserted), anchors: Uint32Array.from(this.#anchors) },
      }),
      ...(this.#properties && { properties: { before: properties, after: this.#properties } }),
    };
  }
}

/** The beginning of a column: no copy of a long one where little would be saved. */
function trimmed(column: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  return length * 4 > column.length * 3 ? column.subarray(0, length) : column.slice(0, length);
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}

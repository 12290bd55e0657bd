import { ABSENT, withInserted } from './change.ts';
import type { Change, Insertion } from './change.ts';

/**
 * Which row of the table each line shows, and the order of the lines. A line's id is given once and never used
 * again; removed lines keep their place in the order, so that going back needs no positions. Lines 0 to n-1 are the
 * rows 0 to n-1 of the file; until the first edit nothing is stored at all.
 */
export class Lines {
  readonly #base: number;
  #idCount: number;
  #live: number;
  /** Row by id; absent while every line is its own row. */
  #rowOf: Uint32Array | undefined;
  /** Id by appended row, counted from `#base`. */
  #idOf = new Uint32Array(0);
  /** Ids in order, removed ones included; absent while that is 0 to n-1. */
  #order: Uint32Array | undefined;
  /** 1 for ids that have a place in `#order`; absent when all have. */
  #placed: Uint8Array | undefined;
  #ids: Uint32Array | undefined;
  #rows: Uint32Array | undefined;
  #places: Uint32Array | undefined;

  constructor(baseRows: number) {
    this.#base = baseRows;
    this.#idCount = baseRows;
    this.#live = baseRows;
  }

  /** How many ids were ever given; the next new line gets this one. */
  get idCount(): number {
    return this.#idCount;
  }

  /** How many lines there are now. */
  get liveCount(): number {
    return this.#live;
  }

  /** True while every line is its own row, in the order of the file. */
  get untouched(): boolean {
    return this.#rowOf === undefined && this.#order === undefined;
  }

  /** The row that a line shows now; `ABSENT` when it was removed or never was. */
  row(id: number): number {
    if (id >= this.#idCount) return ABSENT;
    return this.#rowOf === undefined ? id : (this.#rowOf[id] ?? ABSENT);
  }

  /** The line that a row belongs to, now or earlier; `ABSENT` for a row that no line ever showed. */
  idOf(row: number): number {
    return row < this.#base ? row : (this.#idOf[row - this.#base] ?? ABSENT);
  }

  /** True when some line shows this row now: an edited line's earlier rows are in the table but not current. */
  current(row: number): boolean {
    const id = this.idOf(row);
    return id !== ABSENT && this.row(id) === row;
  }

  /** Line number from 1, in the file as it would be written now; 0 for a removed line. */
  place(id: number): number {
    if (this.untouched) return id < this.#idCount ? id + 1 : 0;
    if (this.#places === undefined) {
      const ids = this.ids();
      this.#places = new Uint32Array(this.#idCount);
      for (let at = 0; at < ids.length; at++) this.#places[ids[at] ?? 0] = at + 1;
    }
    return this.#places[id] ?? 0;
  }

  /** Grows from line to line; unlike the place it is known at once while lines stand in the order of their ids. */
  rank(id: number): number {
    return this.#order === undefined ? id : this.place(id);
  }

  /** The ids of all lines in document order. Do not write to it. */
  ids(): Uint32Array {
    if (this.#ids !== undefined) return this.#ids;
    const order = this.#order;
    const rowOf = this.#rowOf;
    const length = order?.length ?? this.#idCount;
    const ids = new Uint32Array(this.#live);
    let live = 0;
    for (let at = 0; at < length; at++) {
      const id = order === undefined ? at : (order[at] ?? ABSENT);
      if (rowOf === undefined || rowOf[id] !== ABSENT) ids[live++] = id;
    }
    this.#ids = ids;
    return ids;
  }

  /** The rows of all lines in document order. Do not write to it. */
  rows(): Uint32Array {
    if (this.#rows !== undefined) return this.#rows;
    const ids = this.ids();
    const rowOf = this.#rowOf;
    if (rowOf === undefined) {
      this.#rows = ids;
    } else {
      const rows = new Uint32Array(ids.length);
      for (let at = 0; at < ids.length; at++) rows[at] = rowOf[ids[at] ?? 0] ?? ABSENT;
      this.#rows = rows;
    }
    return this.#rows;
  }

  /** The order of all lines, removed ones included: what an `OrderMove` speaks of. Do not write to it. */
  order(): Uint32Array {
    if (this.#order === undefined) {
      const order = new Uint32Array(this.#idCount);
      for (let at = 0; at < order.length; at++) order[at] = at;
      this.#order = order;
    }
    return this.#order;
  }

  /** The place in the order behind which a line goes that is added at the end. */
  get lastAnchor(): number {
    const order = this.#order;
    if (order === undefined) return this.#idCount === 0 ? ABSENT : this.#idCount - 1;
    return order[order.length - 1] ?? ABSENT;
  }

  /** Does ahead what takes long in `apply` and changes nothing that is told, so that a million lines are two slices. */
  prepare({ rows, inserted, move }: Change): void {
    if (rows.ids.length === 0 || inserted !== undefined || move !== undefined) return;
    if ((rows.ids[rows.ids.length - 1] ?? ABSENT) >= this.#idCount) return;
    this.#materialised({ rows });
    this.#remembersTo(rows.after);
  }

  /** Does what a change says. A change that was not made for this state is a bug and throws. */
  apply(change: Change): void {
    const { rows, inserted, move } = change;
    if (rows.ids.length === 0 && inserted === undefined && move === undefined) return;
    const rowOf = this.#materialised(change);
    for (let at = 0; at < rows.ids.length; at++) {
      const id = rows.ids[at] ?? ABSENT;
      if (rowOf[id] !== rows.before[at])
        throw new Error('a change was applied to a state it was not made for');
    }
    if (move !== undefined) this.#setOrder(move.after);
    if (inserted !== undefined) this.#insert(inserted);
    this.#remembersTo(rows.after);
    let sameLines = inserted === undefined && move === undefined;
    for (let at = 0; at < rows.ids.length; at++) {
      const id = rows.ids[at] ?? ABSENT;
      const row = rows.after[at] ?? ABSENT;
      if (rowOf[id] === ABSENT || row === ABSENT) sameLines = false;
      if (rowOf[id] === ABSENT) this.#live++;
      if (row === ABSENT) this.#live--;
      else if (row >= this.#base) this.#idOf[row - this.#base] = id;
      rowOf[id] = row;
    }
    this.#rows = undefined;
    if (sameLines) return;
    this.#ids = undefined;
    this.#places = undefined;
  }

  /** `#rowOf`, with room for every id that the change names. */
  #materialised({ rows, inserted, move }: Change): Uint32Array {
    let needed = this.#idCount;
    if (rows.ids.length > 0) needed = Math.max(needed, (rows.ids[rows.ids.length - 1] ?? 0) + 1);
    for (const id of inserted?.ids ?? []) needed = Math.max(needed, id + 1);
    for (const id of move?.after ?? []) needed = Math.max(needed, id + 1);
    let rowOf = this.#rowOf;
    if (rowOf === undefined || rowOf.length < needed) {
      const grown = new Uint32Array(needed > this.#idCount ? needed + 64 + (needed >> 3) : needed);
      if (rowOf !== undefined) grown.set(rowOf);
      else for (let id = 0; id < this.#idCount; id++) grown[id] = id;
      grown.fill(ABSENT, rowOf?.length ?? this.#idCount);
      rowOf = grown;
      this.#rowOf = grown;
    }
    if (needed > this.#idCount) {
      // New ids have no place until an insertion or a move gives them one.
      const placed = new Uint8Array(needed + 64);
      if (this.#placed !== undefined) placed.set(this.#placed);
      else placed.fill(1, 0, this.#idCount);
      this.order();
      this.#placed = placed;
      this.#idCount = needed;
    }
    return rowOf;
  }

  #setOrder(order: Uint32Array): void {
    this.#order = order;
    this.#placed = undefined;
    if (order.length === this.#idCount) return;
    const placed = new Uint8Array(this.#idCount + 64);
    for (let at = 0; at < order.length; at++) placed[order[at] ?? 0] = 1;
    this.#placed = placed;
  }

  #insert(inserted: Insertion): void {
    const placed = this.#placed;
    if (placed === undefined) return;
    if (!inserted.ids.some((id) => placed[id] === 0)) return;
    const order = withInserted(this.order(), inserted);
    this.#setOrder(order);
  }

  /** Makes room for the lines of all these rows at once. */
  #remembersTo(rows: Uint32Array): void {
    let needed = 0;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? ABSENT;
      if (row !== ABSENT && row - this.#base >= needed) needed = row - this.#base + 1;
    }
    const known = this.#idOf.length;
    if (needed <= known) return;
    const grown = new Uint32Array(needed + 64 + (needed >> 1));
    grown.set(this.#idOf);
    grown.fill(ABSENT, known);
    this.#idOf = grown;
  }
}

import { Flag, KIND_MASK, Kind, Trait } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';

/**
 * Current entries side by side by their canonical host: those of host h are `rows[from[h], from[h + 1])`, in the order
 * of the rows, each with the hash of its name and the length of name and value together.
 */
export interface HostChains {
  readonly from: Uint32Array;
  readonly rows: Uint32Array;
  readonly nameHashes: Uint32Array;
  readonly lengths: Uint32Array;
}

/** Rows looked at between two yields. */
const SLICE = 1 << 16;

/**
 * Chains the current entries of the hosts that have a 1 in `touched` (by canonical host), or of all hosts: a counting sort.
 * Watched by `test/bench` (open).
 */
export function* chainByHost(
  table: Table,
  current: Uint8Array,
  touched?: Uint8Array,
): Generator<Progress, HostChains> {
  const total = table.count;
  const work = new Chaining(table, current, touched);
  for (let row = 0; row < total; row += SLICE) {
    work.count(row, Math.min(row + SLICE, total));
    yield { done: row, total: 2 * total };
  }
  const chains = work.begin();
  yield { done: total, total: 2 * total };
  for (let row = 0; row < total; row += SLICE) {
    work.place(row, Math.min(row + SLICE, total), chains);
    yield { done: total + row, total: 2 * total };
  }
  return chains;
}

/** Of a row that is not chained. */
const NO_KEY = 0xffffffff;

class Chaining {
  readonly #table: Table;
  readonly #current: Uint8Array;
  readonly #touched: Uint8Array | undefined;
  readonly #from: Uint32Array;
  /** Counted one place ahead, so that placing the rows turns the counts into where each host begins. */
  readonly #next: Uint32Array;
  /** The canonical host of every row that is chained. */
  readonly #keys: Uint32Array;

  constructor(table: Table, current: Uint8Array, touched: Uint8Array | undefined) {
    this.#table = table;
    this.#current = current;
    this.#touched = touched;
    this.#from = new Uint32Array(table.hosts.count + 2);
    this.#next = this.#from.subarray(1);
    this.#keys = new Uint32Array(table.count);
  }

  count(from: number, to: number): void {
    const { host, flags } = this.#table.columns;
    const { canonical, odd } = this.#table.hosts.facts();
    const current = this.#current;
    const touched = this.#touched;
    const keys = this.#keys;
    const next = this.#next;
    for (let row = from; row < to; row++) {
      const counts = current[row] === 1 && ((flags[row] as number) & KIND_MASK) === Kind.entry;
      const number = host[row] as number;
      const key = !counts ? NO_KEY : odd[number] === 0 ? number : (canonical[number] as number);
      keys[row] = touched === undefined || (counts && touched[key] === 1) ? key : NO_KEY;
    }
    for (let row = from; row < to; row++) {
      const key = keys[row] as number;
      if (key !== NO_KEY) next[key + 1] = (next[key + 1] as number) + 1;
    }
  }

  begin(): HostChains {
    const next = this.#next;
    let total = 0;
    for (let key = 0; key < next.length; key++) {
      total += next[key] as number;
      next[key] = total;
    }
    return {
      from: this.#from,
      rows: new Uint32Array(total),
      nameHashes: new Uint32Array(total),
      lengths: new Uint32Array(total),
    };
  }

  place(from: number, to: number, { rows, nameHashes, lengths }: HostChains): void {
    const { flags, nameHash, traits, start, nameAt } = this.#table.columns;
    const keys = this.#keys;
    const next = this.#next;
    for (let row = from; row < to; row++) {
      const key = keys[row] as number;
      if (key === NO_KEY) continue;
      const at = next[key] as number;
      next[key] = at + 1;
      rows[at] = row;
      nameHashes[at] = nameHash[row] as number;
      lengths[at] =
        ((traits[row] as number) & Trait.layoutOdd) !== 0
          ? pairLength(this.#table, row)
          : (start[row + 1] as number) -
            (start[row] as number) -
            (nameAt[row] as number) -
            endLength(flags[row] as number) -
            1;
    }
  }
}

/** Name and value of an entry together, in bytes. */
export function pairLength(table: Table, row: number): number {
  return table.fieldLength(row, 'name') + table.fieldLength(row, 'value');
}

/** How many bytes of a row with these flags are its end. */
function endLength(flags: number): number {
  return (flags & Flag.endCr) !== 0 ? 2 : (flags & Flag.endLf) !== 0 ? 1 : 0;
}

import { Flag, KIND_MASK, Kind, Trait } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';

/**
 * Current entries side by side by their canonical host: those of host h are `rows[from[h], from[h + 1])`, in the order
 * of the rows, each with the hash of its name. Of each host also the names and values together, in bytes.
 */
export interface HostChains {
  readonly from: Uint32Array;
  readonly rows: Uint32Array;
  readonly nameHashes: Uint32Array;
  readonly bytes: Uint32Array;
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
  const among = touched === undefined ? undefined : yield* rowsOfHosts(table, current, touched);
  const total = among?.length ?? table.count;
  const work = new Chaining(table, current, among);
  for (let at = 0; at < total; at += SLICE) {
    work.count(at, Math.min(at + SLICE, total));
    yield { done: at, total: 2 * total };
  }
  const chains = work.begin();
  yield { done: total, total: 2 * total };
  for (let at = 0; at < total; at += SLICE) {
    work.place(at, Math.min(at + SLICE, total), chains);
    yield { done: total + at, total: 2 * total };
  }
  return chains;
}

/** The current entries of the hosts whose canonical form has a 1 in `touched`. */
function* rowsOfHosts(
  table: Table,
  current: Uint8Array,
  touched: Uint8Array,
): Generator<Progress, Uint32Array> {
  const { canonical } = table.hosts.facts();
  const wanted = new Uint8Array(table.hosts.count);
  for (let host = 0; host < wanted.length; host++)
    wanted[host] = touched[canonical[host] as number] as number;
  const { host, flags } = table.columns;
  const total = table.count;
  const found = new Uint32Array(total);
  let count = 0;
  for (let from = 0; from < total; from += SLICE) {
    const to = Math.min(from + SLICE, total);
    for (let row = from; row < to; row++) {
      if (((flags[row] as number) & KIND_MASK) !== Kind.entry || wanted[host[row] as number] === 0) continue;
      if (current[row] === 1) found[count++] = row;
    }
    yield { done: to, total };
  }
  return found.subarray(0, count);
}

/** Of a row that is not chained. */
const NO_KEY = 0xffffffff;

class Chaining {
  readonly #table: Table;
  readonly #current: Uint8Array;
  /** The rows that are chained; all rows without it. */
  readonly #among: Uint32Array | undefined;
  readonly #from: Uint32Array;
  /** Counted one place ahead, so that placing the rows turns the counts into where each host begins. */
  readonly #next: Uint32Array;
  /** The canonical host of every row, in their order. */
  readonly #keys: Uint32Array;

  constructor(table: Table, current: Uint8Array, among: Uint32Array | undefined) {
    this.#table = table;
    this.#current = current;
    this.#among = among;
    this.#from = new Uint32Array(table.hosts.count + 2);
    this.#next = this.#from.subarray(1);
    this.#keys = new Uint32Array(among?.length ?? table.count);
  }

  count(from: number, to: number): void {
    const { host, flags } = this.#table.columns;
    const { canonical, odd } = this.#table.hosts.facts();
    const current = this.#current;
    const among = this.#among;
    const keys = this.#keys;
    const next = this.#next;
    for (let at = from; at < to; at++) {
      const row = among === undefined ? at : (among[at] as number);
      const counts = current[row] === 1 && ((flags[row] as number) & KIND_MASK) === Kind.entry;
      const number = host[row] as number;
      keys[at] = !counts ? NO_KEY : odd[number] === 0 ? number : (canonical[number] as number);
    }
    for (let at = from; at < to; at++) {
      const key = keys[at] as number;
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
      bytes: new Uint32Array(this.#from.length),
    };
  }

  place(from: number, to: number, { rows, nameHashes, bytes }: HostChains): void {
    const { flags, nameHash, traits, start, nameAt } = this.#table.columns;
    const among = this.#among;
    const keys = this.#keys;
    const next = this.#next;
    for (let at = from; at < to; at++) {
      const key = keys[at] as number;
      if (key === NO_KEY) continue;
      const row = among === undefined ? at : (among[at] as number);
      const place = next[key] as number;
      next[key] = place + 1;
      rows[place] = row;
      nameHashes[place] = nameHash[row] as number;
      const length =
        ((traits[row] as number) & Trait.layoutOdd) !== 0
          ? pairLength(this.#table, row)
          : (start[row + 1] as number) -
            (start[row] as number) -
            (nameAt[row] as number) -
            endLength(flags[row] as number) -
            1;
      bytes[key] = (bytes[key] as number) + length;
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

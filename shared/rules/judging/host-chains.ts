import { KIND_MASK, Kind } from '../../table/columns.ts';
import type { Table } from '../../table/table.ts';

/** Entries by canonical host: `rows[first[host]]`, then by `next` to -1, in the order of the rows. */
export interface HostChains {
  readonly rows: Uint32Array;
  readonly first: Int32Array;
  readonly next: Int32Array;
}

const NONE = -1;

/** The current entries of the hosts that have a 1 in `touched` (by canonical host), or of all hosts. */
export function currentEntries(table: Table, current: Uint8Array, touched?: Uint8Array): Uint32Array {
  const { host, flags } = table.columns;
  const { canonical } = table.hosts.facts();
  let rows = new Uint32Array(touched === undefined ? table.count : 1024);
  let count = 0;
  for (let row = 0; row < table.count; row++) {
    if (current[row] !== 1 || ((flags[row] as number) & KIND_MASK) !== Kind.entry) continue;
    if (touched !== undefined && touched[canonical[host[row] as number] as number] !== 1) continue;
    if (count === rows.length) {
      const grown = new Uint32Array(count * 2);
      grown.set(rows);
      rows = grown;
    }
    rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** Chains entries, which must be ascending, by their canonical host. */
export function chainByHost(table: Table, rows: Uint32Array): HostChains {
  const { host } = table.columns;
  const { canonical } = table.hosts.facts();
  const first = new Int32Array(table.hosts.count).fill(NONE);
  const next = new Int32Array(rows.length);
  for (let at = rows.length - 1; at >= 0; at--) {
    const key = canonical[host[rows[at] as number] as number] as number;
    next[at] = first[key] as number;
    first[key] = at;
  }
  return { rows, first, next };
}

import { KIND_MASK, Kind } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';

/**
 * Current entries side by side by their canonical host: those of host h are `rows[from[h], from[h + 1])`, in the order
 * of the rows, each with the hash of its name.
 */
export interface HostChains {
  readonly from: Uint32Array;
  readonly rows: Uint32Array;
  readonly nameHashes: Uint32Array;
}

/** Rows looked at between two yields. */
const SLICE = 1 << 16;

/** Chains the current entries of the hosts that have a 1 in `touched` (by canonical host), or of all hosts. */
export function* chainByHost(
  table: Table,
  current: Uint8Array,
  touched?: Uint8Array,
): Generator<Progress, HostChains> {
  const { host, flags, nameHash } = table.columns;
  const { canonical } = table.hosts.facts();
  const from = new Uint32Array(table.hosts.count + 2);
  // Counted one place ahead, so that placing the rows turns the counts into where each host begins.
  const next = from.subarray(1);
  const wanted = (row: number): boolean =>
    current[row] === 1 &&
    ((flags[row] as number) & KIND_MASK) === Kind.entry &&
    (touched === undefined || touched[canonical[host[row] as number] as number] === 1);
  const count = table.count;
  for (let row = 0; row < count; row++) {
    if (row % SLICE === 0) yield { done: 0, total: count };
    if (!wanted(row)) continue;
    const key = (canonical[host[row] as number] as number) + 1;
    next[key] = (next[key] as number) + 1;
  }
  let total = 0;
  for (let key = 0; key < next.length; key++) {
    total += next[key] as number;
    next[key] = total;
  }
  const rows = new Uint32Array(total);
  const nameHashes = new Uint32Array(total);
  for (let row = 0; row < count; row++) {
    if (row % SLICE === 0) yield { done: 0, total: count };
    if (!wanted(row)) continue;
    const key = canonical[host[row] as number] as number;
    const at = next[key] as number;
    rows[at] = row;
    nameHashes[at] = nameHash[row] as number;
    next[key] = at + 1;
  }
  return { from, rows, nameHashes };
}

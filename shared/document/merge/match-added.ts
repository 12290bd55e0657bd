import { cookieIdentity } from '../../cookie/cookie-identity.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';
import { ABSENT } from '../change.ts';
import { sameRow } from '../reload/compare-rows.ts';

const ROWS_A_SLICE = 2048;

/** Rows by line id (`theirs`: of the disk's table), and the line by row on disk; `ABSENT` where there is none. */
export interface Matched {
  readonly table: Table;
  readonly disk: Table;
  readonly base: Uint32Array;
  readonly mine: Uint32Array;
  readonly theirs: Uint32Array;
  readonly idOf: Uint32Array;
}

/**
 * Finds lines that both sides have though the base does not, or has them otherwise: both added the same cookie, both
 * renamed one to the same, or I removed a line and added its cookie again, so that the base is that of the removed line.
 */
export function* matchAdded(matched: Matched): Generator<Progress, void> {
  const { table, disk, base, mine, theirs, idOf } = matched;
  const added = new Map<string, number[]>();
  for (let id = mine.length - 1; id >= 0; id--) {
    if (id % ROWS_A_SLICE === 0) yield { done: mine.length - id, total: mine.length };
    const row = mine[id] ?? ABSENT;
    if (row === ABSENT || theirs[id] !== ABSENT || row === base[id]) continue;
    push(added, keyOf(table, row), id);
  }
  if (added.size === 0) return;
  for (let row = 0; row < idOf.length; row++) {
    if (row % ROWS_A_SLICE === 0) yield { done: row, total: idOf.length };
    const id = idOf[row] ?? ABSENT;
    if (id !== ABSENT && !isRemovedButChanged(matched, id, row)) continue;
    const again = added.get(keyOf(disk, row))?.pop();
    if (again === undefined) continue;
    if (id !== ABSENT) {
      theirs[id] = ABSENT;
      if (base[again] === ABSENT) base[again] = base[id] ?? ABSENT;
    }
    theirs[again] = row;
    idOf[row] = again;
  }
}

function isRemovedButChanged({ table, disk, base, mine }: Matched, id: number, row: number): boolean {
  const was = base[id] ?? ABSENT;
  if (mine[id] !== ABSENT || was === ABSENT) return false;
  return kindOf(table, was) === Kind.entry || !sameRow({ table, row: was }, { table: disk, row });
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const alike = map.get(key);
  if (alike === undefined) map.set(key, [id]);
  else alike.push(id);
}

/** Entries are known by their identity, other lines by their bytes. */
function keyOf(table: Table, row: number): string {
  const kind = kindOf(table, row);
  return kind === Kind.entry ? `e${cookieIdentity(table.cookie(row))}` : `${kind}${table.line(row)}`;
}

function kindOf(table: Table, row: number): number {
  return (table.columns.flags[row] ?? Kind.blank) & KIND_MASK;
}

import type { Table } from '../../table/table.ts';

/** A row of some table. */
export interface RowOf {
  readonly table: Table;
  readonly row: number;
}

/** Do two rows have the same bytes, line ends included, and the same attributes beside them? */
export function sameRow(left: RowOf, right: RowOf): boolean {
  return sameBytes(left, right, 0) && sameExtras(left, right);
}

/** The same but for their line ends. */
export function sameContent(left: RowOf, right: RowOf): boolean {
  return sameBytes(left, right, 1) && sameExtras(left, right);
}

/** Compares bytes; with `content` the line ends are left out. */
function sameBytes(left: RowOf, right: RowOf, content: 0 | 1): boolean {
  const one = left.table.bytes;
  const other = right.table.bytes;
  const from = left.table.columns.start[left.row] ?? 0;
  const start = right.table.columns.start[right.row] ?? 0;
  const length = rowLength(left) - content * endLength(left);
  if (length !== rowLength(right) - content * endLength(right)) return false;
  for (let at = 0; at < length; at++) if (one[from + at] !== other[start + at]) return false;
  return true;
}

/** A number made of a row's bytes without its line end (FNV-1a): the same for rows of the same content. */
export function contentHash(of: RowOf): number {
  const { bytes, columns } = of.table;
  const from = columns.start[of.row] ?? 0;
  const to = from + rowLength(of) - endLength(of);
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

function rowLength({ table, row }: RowOf): number {
  const { start } = table.columns;
  return (start[row + 1] ?? 0) - (start[row] ?? 0);
}

function endLength({ table, row }: RowOf): number {
  return { lf: 1, crlf: 2, none: 0 }[table.lineEnd(row)];
}

function sameExtras(left: RowOf, right: RowOf): boolean {
  const one = left.table.extras(left.row);
  const other = right.table.extras(right.row);
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

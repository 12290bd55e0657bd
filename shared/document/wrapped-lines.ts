import type { ByteString } from '../cookie/byte-string.ts';
import { joinedColumns, mayContinueValue } from '../rules/reading/wrapped-line.ts';
import type { JoinedLine } from '../rules/reading/wrapped-line.ts';
import { Kind, KIND_MASK, Trait } from '../table/columns.ts';
import type { Table } from '../table/table.ts';

/** `columns`: a line that is no cookie without the next. `values`: a cookie whose value may go on there. */
export type Wrapping = 'columns' | 'values';

/** The line at a place among `rows` with those behind it that belong to it; nothing where none does. */
export function joinedAt(
  table: Table,
  rows: Uint32Array,
  { at, wrapping }: { readonly at: number; readonly wrapping: Wrapping },
): JoinedLine | undefined {
  const rest = restAt(table, rows, at + 1);
  if (rest === undefined) return undefined;
  const row = rows[at] ?? 0;
  const { flags, traits } = table.columns;
  const kind = (flags[row] ?? 0) & KIND_MASK;
  const odd = ((traits[row] ?? 0) & Trait.layoutOdd) !== 0;
  const next = (behind: number): ByteString | undefined => restAt(table, rows, at + behind);
  if (wrapping === 'columns') {
    const open = kind === Kind.unparsed ? table.reason(row) === 'too-few-fields' : kind === Kind.entry && odd;
    return open ? joinedColumns(table.line(row), next) : undefined;
  }
  if (kind !== Kind.entry || odd || table.fieldLength(row, 'value') === 0) return undefined;
  let line = table.line(row);
  let taken = 0;
  for (let piece: ByteString | undefined = rest; piece !== undefined; piece = next(taken + 1)) {
    if (!mayContinueValue(piece)) break;
    line += piece;
    taken++;
  }
  return taken === 0 ? undefined : { line, taken };
}

/** The line at a place, when it is kept for having too few fields: what a broken line leaves behind. */
function restAt(table: Table, rows: Uint32Array, at: number): ByteString | undefined {
  const row = rows[at];
  if (row === undefined || ((table.columns.flags[row] ?? 0) & KIND_MASK) !== Kind.unparsed) return undefined;
  return table.reason(row) === 'too-few-fields' ? table.line(row) : undefined;
}

/** Lines without enough fields that are looked at; a file with more of them has another trouble. */
const MOST_LOOKED_AT = 2000;

/** The places, from 1, of the first line that is broken before its value and of the first whose value seems to be. */
export function firstWrapped(
  table: Table,
  rows: Uint32Array,
): { readonly columns?: number; readonly values?: number } {
  const { flags } = table.columns;
  let columns: number | undefined;
  let values: number | undefined;
  let looked = 0;
  let taken = 0;
  for (let at = 1; at < rows.length && looked < MOST_LOOKED_AT; at++) {
    const row = rows[at] ?? 0;
    if (((flags[row] ?? 0) & KIND_MASK) !== Kind.unparsed) continue;
    looked++;
    if (at <= taken) continue;
    const joined = joinedAt(table, rows, { at: at - 1, wrapping: 'columns' });
    if (joined !== undefined) {
      columns ??= at;
      taken = at - 1 + joined.taken;
    } else if (
      values === undefined &&
      joinedAt(table, rows, { at: at - 1, wrapping: 'values' }) !== undefined
    ) {
      values = at;
    }
    if (columns !== undefined && values !== undefined) break;
  }
  return { ...(columns !== undefined && { columns }), ...(values !== undefined && { values }) };
}

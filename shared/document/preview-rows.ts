import type { Judge } from '../rules/judge.ts';
import { Kind, KIND_MASK } from '../table/columns.ts';
import type { Table } from '../table/table.ts';
import { describeTableRow } from './describe-row.ts';
import type { ViewRow } from './view-row.ts';

/**
 * The first lines of a document that is still being read, as its grid will show them: entries and lines kept unparsed,
 * masked. Their ids are those that they will have; what is wrong with them together with later lines is not known yet.
 */
export function previewRows(
  opening: { readonly table: Table; readonly judge: Judge },
  limit: number,
): ViewRow[] {
  const { flags } = opening.table.columns;
  const rows: ViewRow[] = [];
  for (let row = 0; row < opening.table.count && rows.length < limit; row++) {
    const bits = (flags[row] ?? Kind.blank) & KIND_MASK;
    if (bits !== Kind.entry && bits !== Kind.unparsed) continue;
    const kind = bits === Kind.entry ? 'entry' : 'unparsed';
    const line = { id: row, line: row + 1, kind, state: 'saved', selected: false } as const;
    rows.push(describeTableRow(opening, { row, line, reveal: false }));
  }
  return rows;
}

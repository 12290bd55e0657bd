import type { Progress } from '../table/progress.ts';
import { sortRows } from '../table/sort.ts';
import type { TableSortKey } from '../table/sort.ts';
import type { CookieDocument } from './cookie-document.ts';

/** The columns that can be sorted by. */
export type SortColumn =
  | 'line'
  | 'name'
  | 'value'
  | 'domain'
  | 'path'
  | 'expires'
  | 'secureOnly'
  | 'httpOnly'
  | 'hostOnly'
  | 'sameSite'
  | 'size'
  | 'severity';

export interface SortKey {
  readonly column: SortColumn;
  readonly descending: boolean;
}

const SAME_SITE = [undefined, 'none', 'lax', 'strict'];

/** Lines in order, by the first key, then the next; what is alike stays in document order. Ascending severity begins with errors. */
export function* sortLines(
  document: CookieDocument,
  ids: Uint32Array,
  sort: readonly SortKey[],
): Generator<Progress, Uint32Array> {
  const [first] = sort;
  if (first === undefined || (first.column === 'line' && !first.descending)) return ids;
  if (first.column === 'line') return ids.slice().reverse();
  const { lines, table } = document;
  const rows = lines.untouched ? ids : ids.map((id) => lines.row(id));
  const sorted = yield* sortRows(
    table,
    rows,
    sort.map((key) => tableKey(document, key)),
  );
  return lines.untouched ? sorted : sorted.map((row) => lines.idOf(row));
}

function tableKey(document: CookieDocument, { column, descending }: SortKey): TableSortKey {
  const { lines, table, judge } = document;
  switch (column) {
    case 'line':
      return { by: (row) => lines.place(lines.idOf(row)), descending };
    case 'expires':
      return { by: 'expiry', descending };
    case 'secureOnly':
      return { by: 'secure', descending };
    case 'hostOnly':
      return { by: 'subdomains', descending: !descending };
    case 'sameSite':
      return { by: (row) => SAME_SITE.indexOf(table.sameSite(row)), descending };
    case 'severity':
      return { by: (row) => judge.findings.severity(row), descending };
    case 'name':
    case 'value':
    case 'domain':
    case 'path':
    case 'httpOnly':
    case 'size':
      return { by: column, descending };
  }
}

import type { ColumnState, GridApi, GridOptions } from 'ag-grid-community';
import type { SavedColumn } from '#shared/api/settings.ts';
import type { Row, Sort } from '#shared/api/view.ts';

const KEY = 'crumbs-columns';
const CHOSEN = 'crumbs-columns-chosen';
/** Columns that the document or the width of the window shows or hides, until the person does. */
const BY_ITSELF: ReadonlySet<string> = new Set(['sameSite', 'size']);

/** Those of them that the person showed or hid. */
function chosenColumns(): readonly string[] {
  return (localStorage.getItem(CHOSEN) ?? '').split(' ');
}

/** Shows or hides a column because the person wants it so, in this document and in others. */
export function chooseColumn(api: GridApi<Row>, column: string, shown: boolean): void {
  if (BY_ITSELF.has(column))
    localStorage.setItem(CHOSEN, [...new Set([...chosenColumns(), column])].join(' '));
  api.setColumnsVisible([column], shown);
}

/** The columns as the person left them; nothing the first time. The order of rows is not kept. */
function readColumns(): ColumnState[] | undefined {
  const text = localStorage.getItem(KEY);
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    if (!Array.isArray(kept)) return undefined;
    const chosen = chosenColumns();
    return (kept as ColumnState[]).map(({ hide, ...column }) =>
      BY_ITSELF.has(column.colId) && !chosen.includes(column.colId)
        ? column
        : { ...column, hide: hide ?? null },
    );
  } catch {
    // Not ours, or cut off: the usual columns are as good.
    return undefined;
  }
}

/** Keeps width, order, pinning and visibility of the columns for next time. */
function keepColumns(api: GridApi<Row>): void {
  const columns = api
    .getColumnState()
    .map(({ colId, width, hide, pinned, flex }) => ({ colId, width, hide, pinned, flex }));
  localStorage.setItem(KEY, JSON.stringify(columns));
}

/** Forgets what was kept. */
export function forgetColumns(): void {
  localStorage.removeItem(KEY);
  localStorage.removeItem(CHOSEN);
}

/** Puts the columns as they were left, and shows by which the rows are sorted. */
export function restoreColumns(api: GridApi<Row>, sort: Sort): void {
  const kept = readColumns();
  if (kept !== undefined) api.applyColumnState({ state: kept, applyOrder: true });
  showSort(api, sort);
}

/** Sorts the grid by these columns and no others. */
export function showSort(api: GridApi<Row>, sort: Sort): void {
  const state = sort.map(({ column, descending }, sortIndex) => ({
    colId: column,
    sort: descending ? ('desc' as const) : ('asc' as const),
    sortIndex,
  }));
  api.applyColumnState({ state, defaultState: { sort: null } });
}

/** The columns from left to right, as a saved view keeps them. */
export function arrangementOf(api: GridApi<Row>): readonly SavedColumn[] {
  return api.getColumnState().map(({ colId, hide, width, pinned }) => ({
    id: colId,
    shown: hide !== true,
    ...(typeof width === 'number' && { width }),
    ...((pinned === true || pinned === 'left') && { pinned: true }),
  }));
}

/** Puts the columns as a saved view has them, and keeps them so; columns that it does not know stay behind them. */
export function arrangeColumns(api: GridApi<Row>, columns: readonly SavedColumn[]): void {
  const state = columns.map(({ id, shown, width, pinned }) => ({
    colId: id,
    hide: !shown,
    pinned: pinned === true ? ('left' as const) : null,
    ...(typeof width === 'number' && { width }),
  }));
  api.applyColumnState({ state, applyOrder: true });
  keepColumns(api);
}

/** The grid's events after which the columns are kept; what the window itself arranges (`api`) is not a choice. */
export const columnKeeping: GridOptions<Row> = {
  onColumnMoved: ({ api, source, finished }) =>
    source === 'api' || !finished ? undefined : keepColumns(api),
  onColumnResized: ({ api, source, finished }) =>
    source.startsWith('ui') && finished ? keepColumns(api) : undefined,
  onColumnVisible: ({ api }) => keepColumns(api),
  onColumnPinned: ({ api }) => keepColumns(api),
};

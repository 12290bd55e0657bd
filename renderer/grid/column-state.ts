import type { ColumnState, GridApi } from 'ag-grid-community';
import type { Row } from '#shared/api/view.ts';

const KEY = 'crumbs-columns';

/** The columns as the person left them; nothing the first time. The order of rows is not kept. */
export function readColumns(): ColumnState[] | undefined {
  const text = localStorage.getItem(KEY);
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? (kept as ColumnState[]) : undefined;
  } catch {
    // Not ours, or cut off: the usual columns are as good.
    return undefined;
  }
}

/** Keeps width, order, pinning and visibility of the columns for next time. */
export function keepColumns(api: GridApi<Row>): void {
  const columns = api
    .getColumnState()
    .map(({ colId, width, hide, pinned, flex }) => ({ colId, width, hide, pinned, flex }));
  localStorage.setItem(KEY, JSON.stringify(columns));
}

/** Forgets what was kept. */
export function forgetColumns(): void {
  localStorage.removeItem(KEY);
}

import type { GridApi } from 'ag-grid-community';
import type { Row } from '#shared/api/view.ts';
import { appStore } from '../state/app-store.ts';
import { call } from '../state/engine.ts';
import { attempt } from '../state/notices.ts';
import { focusRow, idAt } from '../state/view-actions.ts';
import type { GridContext } from './header-props.ts';

/**
 * Finds the focused line again after rows changed: where it stands now, or what took its place when it is gone. The
 * keyboard goes with it if it was in a cell. If the row that had it was taken off the page, the grid has it.
 */
export async function keepFocus(api: GridApi<Row>, wrapper: HTMLElement): Promise<void> {
  const { document: id } = api.getGridOption('context') as GridContext;
  const view = appStore.getState().views[id];
  if (view?.focus === undefined) return;
  const { focus, info } = view;
  const found = await attempt(() => call('view.locate', { view: info.id, id: focus.id }));
  // An editor that is open stays open.
  if (found === undefined || api.isDestroyed() || api.getEditingCells().length > 0) return;
  if (found.position === undefined && info.matches === 0) {
    const { lost, inCell } = keyboardIn(wrapper);
    if (lost || inCell) wrapper.focus();
    return;
  }
  const position = found.position ?? Math.min(focus.position, info.matches - 1);
  const row = found.position === undefined ? await idAt(info.id, position) : focus.id;
  if (row === undefined || api.isDestroyed()) return;
  focusRow(id, { id: row, position });
  // Scenario: while the engine was asked a dialog opened and took the keyboard. It is looked for only now.
  const { lost, inCell } = keyboardIn(wrapper);
  const moved = api.getFocusedCell()?.rowIndex !== position;
  const onScreen = position >= api.getFirstDisplayedRowIndex() && position <= api.getLastDisplayedRowIndex();
  if ((inCell && moved) || (lost && onScreen)) focusCell(api, position);
  else if (lost) wrapper.focus();
}

/** Where the keyboard is: nowhere, since what had it is gone, or in a cell of the grid. */
function keyboardIn(wrapper: HTMLElement): { readonly lost: boolean; readonly inCell: boolean } {
  const active = document.activeElement;
  const inCell = active !== null && wrapper.contains(active) && active.closest('.ag-cell') !== null;
  return { lost: active === document.body, inCell };
}

/** Rows that were far away are drawn some frames later; that long they are waited for. */
const FRAMES = 20;

/** Gives the keyboard to a row, in the column it was in. Stops trying when the person has gone elsewhere meanwhile. */
export function focusCell(api: GridApi<Row>, position: number, field?: string): void {
  const column = field ?? api.getFocusedCell()?.column.getColId() ?? 'name';
  const before = document.activeElement;
  api.ensureIndexVisible(position);
  if (field !== undefined) api.ensureColumnVisible(field);
  const take = (frames: number): void => {
    const active = document.activeElement;
    // The row that had the keyboard may have been scrolled off the page: then nothing has it.
    const elsewhere = active !== before && active !== document.body;
    if (api.isDestroyed() || elsewhere || api.getEditingCells().length > 0) return;
    api.setFocusedCell(position, column);
    const focused = document.activeElement?.closest('[row-index]')?.getAttribute('row-index');
    if (frames > 0 && focused !== String(position)) requestAnimationFrame(() => take(frames - 1));
  };
  take(FRAMES);
}

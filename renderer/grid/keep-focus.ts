import type { GridApi } from 'ag-grid-community';
import type { Row } from '#shared/api/view.ts';
import { appStore } from '../state/app-store.ts';
import { call } from '../state/engine.ts';
import { attempt } from '../state/notices.ts';
import { focusRow } from '../state/view-actions.ts';

/**
 * Finds the focused line again after rows changed: where it stands now, or what took its place when it is gone. The
 * keyboard goes with it if it was in the grid, or if the row that had it was taken off the page.
 */
export async function keepFocus(api: GridApi<Row>, wrapper: HTMLElement): Promise<void> {
  const document = (api.getGridOption('context') as { readonly document: string }).document;
  const view = appStore.getState().views[document];
  if (view?.focus === undefined) return;
  const { focus, info } = view;
  const found = await attempt(() => call('view.locate', { view: info.id, id: focus.id }));
  if (found === undefined || api.isDestroyed()) return;
  const lost = globalThis.document.activeElement === globalThis.document.body;
  const inGrid = lost || wrapper.contains(globalThis.document.activeElement);
  if (found.position === undefined && info.matches === 0) {
    if (inGrid) wrapper.focus();
    return;
  }
  const position = found.position ?? Math.min(focus.position, info.matches - 1);
  const id = found.position === undefined ? await idAt(info.id, position) : focus.id;
  if (id === undefined || api.isDestroyed()) return;
  focusRow(document, { id, position });
  if (inGrid) focusCell(api, position);
}

/** Gives the keyboard to a row, in the column it was in. */
export function focusCell(api: GridApi<Row>, position: number, field?: string): void {
  const column = field ?? api.getFocusedCell()?.column ?? 'name';
  api.ensureIndexVisible(position);
  if (field !== undefined) api.ensureColumnVisible(field);
  api.setFocusedCell(position, column);
}

async function idAt(view: string, position: number): Promise<number | undefined> {
  const answer = await attempt(() => call('view.rows', { view, from: position, to: position + 1 }));
  return answer?.rows[0]?.id;
}

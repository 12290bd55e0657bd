import type { GridApi } from 'ag-grid-community';
import type { DragEvent } from 'react';
import type { Row } from '#shared/api/view.ts';
import { appStore } from '../state/app-store.ts';
import { dragRows } from '../state/dragged-rows.ts';
import { countOf } from '../ui/numbers.ts';

/** Begins to drag a row, with the whole selection when it is part of it; nothing while somebody types in it. */
export function beginDrag(event: DragEvent, api: GridApi<Row> | undefined, document: string): void {
  const { target } = event;
  const info = appStore.getState().views[document]?.info;
  const element = target instanceof Element ? target.closest('[row-index]') : null;
  if (element === null || info === undefined || api === undefined) return;
  const row = api.getDisplayedRowAtIndex(Number(element.getAttribute('row-index')))?.data;
  if (row === undefined || element.querySelector('.cell-editor') !== null) {
    event.preventDefault();
    return;
  }
  const whole = row.selected && info.selected > 0;
  dragRows(event.dataTransfer, {
    document,
    target: whole ? { view: info.id, which: 'selection' } : { ids: [row.id] },
  });
  showBadge(event.dataTransfer, whole ? countOf(info.selected, 'line') : row.name || countOf(1, 'line'));
}

/** What hangs on the pointer: how many lines, never what they hold. */
function showBadge(data: DataTransfer, text: string): void {
  const badge = document.createElement('div');
  badge.className = 'drag-badge';
  badge.textContent = text;
  document.body.append(badge);
  data.setDragImage(badge, -12, -8);
  // The browser has its picture of it by then.
  setTimeout(() => badge.remove(), 0);
}

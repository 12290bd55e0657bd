import type { GridApi } from 'ag-grid-community';
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Row } from '#shared/api/view.ts';
import { appStore } from '../state/app-store.ts';
import { dragRows } from '../state/dragged-rows.ts';
import { countOf } from '../ui/numbers.ts';

/** Lets rows be dragged: one, or the whole selection when it is part of it. */
export function useDragging(
  api: GridApi<Row> | undefined,
  wrapper: RefObject<HTMLElement | null>,
  document: string,
): void {
  useEffect(() => {
    const { current } = wrapper;
    if (api === undefined || current === null) return undefined;
    const begin = (event: DragEvent): void => beginDrag(event, api, document);
    current.addEventListener('dragstart', begin);
    return () => current.removeEventListener('dragstart', begin);
  }, [api, wrapper, document]);
}

/** Nothing is dragged while somebody types in it. */
function beginDrag(event: DragEvent, api: GridApi<Row>, document: string): void {
  const { target, dataTransfer } = event;
  const info = appStore.getState().views[document]?.info;
  const element = target instanceof Element ? target.closest('[row-index]') : null;
  if (element === null || info === undefined || dataTransfer === null) return;
  const row = api.getDisplayedRowAtIndex(Number(element.getAttribute('row-index')))?.data;
  if (row === undefined || element.querySelector('.cell-editor') !== null) {
    event.preventDefault();
    return;
  }
  const whole = row.selected && info.selected > 0;
  dragRows(dataTransfer, {
    document,
    target: whole ? { view: info.id, which: 'selection' } : { ids: [row.id] },
  });
  showBadge(dataTransfer, whole ? countOf(info.selected, 'line') : row.name || countOf(1, 'line'));
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

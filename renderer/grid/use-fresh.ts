import type { GridApi } from 'ag-grid-community';
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Row } from '#shared/api/view.ts';
import { appStore, useApp } from '../state/app-store.ts';
import { earlyRows, reveals } from '../state/first-matches.ts';
import { keepFocus } from './keep-focus.ts';
import { focusRow } from '../state/view-actions.ts';

/** Asks for the rows again whenever the view says that they changed; rows on screen stay until the new ones are there. */
export function useFresh(
  api: GridApi<Row> | undefined,
  wrapper: RefObject<HTMLElement | null>,
  document: string,
): void {
  const generation = useApp(({ views }) => views[document]?.generation ?? 0);
  const reading = useApp(({ views }) => views[document] === undefined);
  const wasReading = useRef(reading);
  const asked = useRef(questionOf(document));
  // Before the page is painted: rows and count change in one frame.
  useLayoutEffect(() => {
    const view = appStore.getState().views[document];
    if (api === undefined || view === undefined) return;
    const question = questionOf(document);
    if (wasReading.current) {
      wasReading.current = false;
      asked.current = question;
      takeFocusAlong(api, document);
    } else if (generation === 0) return;
    const early = earlyRows(view);
    api.setRowCount(early?.total ?? view.info.matches, true);
    // What is known is drawn with the count; the grid would ask for it a frame later.
    if (!reveals(view)) early?.rows.forEach((row, at) => api.getDisplayedRowAtIndex(at)?.setData(row));
    api.refreshInfiniteCache();
    if (asked.current !== question && view.info.matches > 0) api.ensureIndexVisible(0, 'top');
    asked.current = question;
    if (wrapper.current !== null) void keepFocus(api, wrapper.current);
  }, [api, wrapper, document, generation, reading]);
}

/** The line that the person went to while the file was being read is the one that they are at. */
function takeFocusAlong(api: GridApi<Row>, document: string): void {
  const position = api.getFocusedCell()?.rowIndex;
  const row = position === undefined ? undefined : api.getDisplayedRowAtIndex(position)?.data;
  if (position !== undefined && row !== undefined) focusRow(document, { id: row.id, position });
}

/** What the view was asked for: another question is read from the top. */
function questionOf(document: string): string {
  const view = appStore.getState().views[document];
  return JSON.stringify([view?.query, view?.sort]);
}

import type { GridApi } from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Row } from '#shared/api/view.ts';
import { appStore, useApp } from '../state/app-store.ts';
import { keepFocus } from './keep-focus.ts';

/** Asks for the rows again whenever the view says that they changed; rows on screen stay until the new ones are there. */
export function useFresh(
  api: GridApi<Row> | undefined,
  wrapper: RefObject<HTMLElement | null>,
  document: string,
): void {
  const generation = useApp(({ views }) => views[document]?.generation ?? 0);
  const query = useRef(appStore.getState().views[document]?.query);
  useEffect(() => {
    const view = appStore.getState().views[document];
    if (api === undefined || view === undefined || generation === 0) return;
    api.setRowCount(view.info.matches, true);
    api.refreshInfiniteCache();
    if (query.current !== view.query && view.info.matches > 0) api.ensureIndexVisible(0, 'top');
    query.current = view.query;
    if (wrapper.current !== null) void keepFocus(api, wrapper.current);
  }, [api, wrapper, document, generation]);
}

import type { GridApi, GridReadyEvent } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Row } from '#shared/api/view.ts';
import { appStore, useApp } from '../state/app-store.ts';
import type { AppState } from '../state/app-store.ts';
import { call } from '../state/engine.ts';
import { earlyRows } from '../state/first-matches.ts';
import { setGridControl } from '../state/grid-control.ts';
import { previewOf } from '../state/previews.ts';
import { reportFailure } from '../state/notices.ts';
import { ensureSort } from '../state/view-actions.ts';
import { messages } from '../ui/messages.ts';
import { columnKeeping, restoreColumns } from './column-state.ts';
import { gridColumns } from './columns.ts';
import { useDragging } from './drag-rows.ts';
import { EmptyGrid } from './empty-grid.tsx';
import { controlOf } from './grid-control-of.ts';
import { gridBehaviour } from './grid-options.ts';
import { GridMenu } from './grid-menu.tsx';
import { rowSelection } from './row-selection.ts';
import { rowSource } from './row-source.ts';
import { styleNonce } from './style-nonce.ts';
import { gridTheme } from './theme.ts';
import { useFresh } from './use-fresh.ts';
import './grid.css';

/** Rows are asked for a hundred at a time, and the last thousand are kept. */
const WINDOWED = {
  rowModelType: 'infinite',
  cacheBlockSize: 100,
  maxBlocksInCache: 10,
  cacheOverflowSize: 1,
  rowBuffer: 4,
  suppressNoRowsOverlay: true,
  maintainColumnOrder: true,
} as const;

/** The first rows of a document or, while it is being read, of its file. */
function firstRows(document: string) {
  const view = appStore.getState().views[document];
  if (view !== undefined) return earlyRows(view);
  const rows = previewOf(appStore.getState(), document)?.rows ?? [];
  return { rows, total: rows.length };
}

function sourceOf(document: string) {
  const shown = () => appStore.getState().views[document];
  return rowSource({
    call,
    view: () => shown()?.info.id,
    early: () => firstRows(document),
    revealed: () => ({ ids: shown()?.revealed ?? new Set(), all: shown()?.revealAll ?? false }),
    ensureSort: (sort) => ensureSort(document, sort),
    version: () => appStore.getState().documents.find(({ id }) => id === document)?.version ?? 0,
    onFailure: reportFailure,
  });
}

function carriesSameSite(state: AppState, document: string): boolean {
  const info = state.documents.find(({ id }) => id === document) ?? previewOf(state, document);
  return info?.formatId !== 'netscape';
}

/**
 * The lines of one document: rows come from the engine a window at a time. Made anew for each document. While its file is
 * being read it has the first lines, to look at; they stay on the screen until the view has them.
 */
export function CookieGrid({ document }: { readonly document: string }) {
  const wrapper = useRef<HTMLDivElement>(null);
  const [api, setApi] = useState<GridApi<Row>>();
  const hasSameSite = useApp((state) => carriesSameSite(state, document));
  const matches = useApp(({ views }) => views[document]?.info.matches);
  const early = useApp((state) => previewOf(state, document)?.rows.length ?? 0);
  const reading = matches === undefined;
  const options = useMemo(() => {
    const selection = rowSelection(document);
    return {
      selection,
      behaviour: gridBehaviour(document, selection),
      source: sourceOf(document),
      context: { document },
    };
  }, [document]);
  const columns = useMemo(() => gridColumns(hasSameSite), [hasSameSite]);
  useFresh(api, wrapper, document);
  useDragging(api, wrapper, document);
  useEffect(() => {
    if (api === undefined || wrapper.current === null) return undefined;
    setGridControl(controlOf(api, { document, selection: options.selection, wrapper: wrapper.current }));
    return () => setGridControl(undefined);
  }, [api, document, options]);

  const onReady = (event: GridReadyEvent<Row>): void => {
    restoreColumns(event.api, appStore.getState().views[document]?.sort ?? []);
    event.api.setGridOption('datasource', options.source);
    setApi(event.api);
  };
  return (
    <GridMenu api={reading ? undefined : api} document={document}>
      <div
        className={reading ? 'grid-wrapper grid-reading' : 'grid-wrapper'}
        aria-busy={reading}
        data-grid
        ref={wrapper}
        tabIndex={-1}
        role="region"
        aria-label={messages.grid.label}
      >
        <AgGridReact<Row>
          {...options.behaviour}
          theme={gridTheme}
          {...(styleNonce === undefined ? {} : { styleNonce })}
          {...WINDOWED}
          infiniteInitialRowCount={matches ?? early}
          columnDefs={columns}
          context={options.context}
          onGridReady={onReady}
          {...columnKeeping}
        />
        {matches === 0 && <EmptyGrid document={document} />}
      </div>
    </GridMenu>
  );
}

import { CookieGrid } from '../../grid/cookie-grid.tsx';
import { useApp } from '../../state/app-store.ts';
import { previewOf } from '../../state/previews.ts';
import { messages } from '../../ui/messages.ts';
import { BottomPanel } from './bottom-panel.tsx';
import { DocumentBars } from './document-bars.tsx';
import { Facets } from '../facets/facets.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { PanelHandle } from './panel-handle.tsx';
import { QueryBar } from '../query/query-bar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { StatusBar } from './status-bar.tsx';

/**
 * Everything about one document: query line, facets, grid, inspector, bottom panel and status bar. While a large file is
 * being read the same parts stand in the same places, and the first lines can be looked at.
 */
export function DocumentWindow({ document }: { readonly document: string }) {
  const layout = useApp((state) => state.layout);
  const opened = useApp(({ views }) => views[document] !== undefined);
  const early = useApp((state) => previewOf(state, document) !== undefined);
  const title = useApp(
    (state) => (state.documents.find(({ id }) => id === document) ?? previewOf(state, document))?.title,
  );
  if (!opened && !early) return <div className="document-window" aria-busy />;
  return (
    <div className="document-window">
      <DocumentBars document={document} />
      <section aria-label={messages.query.label}>
        <QueryBar document={document} />
      </section>
      <div className="document-body">
        {layout.facets && (
          <>
            <Facets document={document} width={layout.facetsWidth} />
            <PanelHandle of="facets" />
          </>
        )}
        <main className="document-middle">
          <h1 className="visually-hidden">{title}</h1>
          <CookieGrid document={document} />
          <SelectionBar document={document} />
          {layout.bottom && (
            <>
              <PanelHandle of="bottom" />
              {opened ? (
                <BottomPanel document={document} height={layout.bottomHeight} />
              ) : (
                <div className="panel bottom-panel" style={{ height: layout.bottomHeight }} />
              )}
            </>
          )}
        </main>
        {layout.inspector && (
          <>
            <PanelHandle of="inspector" />
            <Inspector document={document} width={layout.inspectorWidth} />
          </>
        )}
      </div>
      {opened ? <StatusBar document={document} /> : <footer className="status-bar" />}
    </div>
  );
}

import { CookieGrid } from '../grid/cookie-grid.tsx';
import { useApp } from '../state/app-store.ts';
import { messages } from '../ui/messages.ts';
import { BottomPanel } from './bottom-panel.tsx';
import { DocumentBars } from './document-bars.tsx';
import { Facets } from './facets.tsx';
import { Inspector } from './inspector.tsx';
import { PanelHandle } from './panel-handle.tsx';
import { QueryBar } from './query-bar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { StatusBar } from './status-bar.tsx';

/** Everything about one document: query line, facets, grid, inspector, bottom panel and status bar. */
export function DocumentWindow({ document }: { readonly document: string }) {
  const layout = useApp((state) => state.layout);
  const view = useApp(({ views }) => views[document]?.info.id);
  const title = useApp(({ documents }) => documents.find(({ id }) => id === document)?.title);
  if (view === undefined) return <div className="document-window" aria-busy />;
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
          <CookieGrid document={document} view={view} />
          <SelectionBar document={document} />
          {layout.bottom && (
            <>
              <PanelHandle of="bottom" />
              <BottomPanel document={document} height={layout.bottomHeight} />
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
      <StatusBar document={document} />
    </div>
  );
}

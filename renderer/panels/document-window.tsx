import { CookieGrid } from '../grid/cookie-grid.tsx';
import { useApp } from '../state/app-store.ts';
import { arrange } from '../state/layout-actions.ts';
import { messages } from '../ui/messages.ts';
import { SplitHandle } from '../ui/split-handle.tsx';
import { BottomPanel } from './bottom-panel.tsx';
import { DocumentBars } from './document-bars.tsx';
import { Facets } from './facets.tsx';
import { Inspector } from './inspector.tsx';
import { QueryBar } from './query-bar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { StatusBar } from './status-bar.tsx';

/** Everything about one document: query line, facets, grid, inspector, bottom panel and status bar. */
export function DocumentWindow({ document }: { readonly document: string }) {
  const layout = useApp((state) => state.layout);
  const view = useApp(({ views }) => views[document]?.info.id);
  const title = useApp(({ documents }) => documents.find(({ id }) => id === document)?.title);
  const { labels } = messages;
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
            <SplitHandle
              label={labels.facetsHandle}
              panel="left"
              size={layout.facetsWidth}
              min={168}
              max={420}
              onResize={(facetsWidth) => arrange({ facetsWidth })}
            />
          </>
        )}
        <main className="document-middle">
          <h1 className="visually-hidden">{title}</h1>
          <CookieGrid document={document} view={view} />
          <SelectionBar document={document} />
          {layout.bottom && (
            <>
              <SplitHandle
                label={labels.bottomHandle}
                panel="below"
                size={layout.bottomHeight}
                min={120}
                max={640}
                onResize={(bottomHeight) => arrange({ bottomHeight })}
              />
              <BottomPanel document={document} height={layout.bottomHeight} />
            </>
          )}
        </main>
        {layout.inspector && (
          <>
            <SplitHandle
              label={labels.inspectorHandle}
              panel="right"
              size={layout.inspectorWidth}
              min={260}
              max={640}
              onResize={(inspectorWidth) => arrange({ inspectorWidth })}
            />
            <Inspector document={document} width={layout.inspectorWidth} />
          </>
        )}
      </div>
      <StatusBar document={document} />
    </div>
  );
}

import { useApp } from '../../state/app-store.ts';
import { revisionOf } from '../../state/document-list.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { bulkMessages } from '../../ui/bulk-messages.ts';
import { messages } from '../../ui/messages.ts';
import { EntryFields } from './entry-fields.tsx';
import { EntryFindings } from './entry-findings.tsx';
import { EntryLines } from './entry-lines.tsx';
import { EntryValue } from './entry-value.tsx';
import { EntryVerdicts } from '../clients/entry-verdicts.tsx';
import './inspector.css';

/** Everything about the focused line: in plain words first, then its fields, its value, what is wrong with it, and its bytes. */
export function Inspector({ document, width }: { readonly document: string; readonly width: number }) {
  const view = useApp(({ views }) => views[document]);
  const version = useApp((state) => revisionOf(state, document));
  const minute = useApp(({ now }) => Math.floor(now / 60));
  const id = view?.focus?.id;
  const marked = useApp(({ documents }) => documents.find((known) => known.id === document)?.protected);
  const reveal = id !== undefined && (view?.revealAll === true || view?.revealed.has(id) === true);
  const detail = useAnswer('entry.get', id === undefined ? undefined : { document, id, reveal }, [
    version,
    minute,
    marked,
  ]);
  const { inspector } = messages;
  if (detail === undefined || id === undefined) {
    return (
      <aside className="panel inspector" style={{ width }} aria-label={inspector.label}>
        <p className="inspector-nothing">{inspector.nothing}</p>
      </aside>
    );
  }
  const isEntry = detail.kind === 'entry';
  return (
    <aside className="panel inspector selectable" style={{ width }} aria-label={inspector.label}>
      <header className="inspector-head">
        <div className="inspector-title">
          <h2 className="clip">
            {isEntry ? detail.name || messages.grid.empty : inspector.line(detail.line)}
          </h2>
          {isEntry && <span className="muted numeric">{inspector.line(detail.line)}</span>}
        </div>
        <p className="inspector-summary">{detail.reason ?? detail.summary}</p>
        {detail.purpose !== undefined && (
          <p className="inspector-purpose">
            <strong>{detail.purpose.title}</strong> {detail.purpose.text}
          </p>
        )}
        {detail.protected === true && <p className="inspector-purpose">{bulkMessages.protected}</p>}
      </header>
      {detail.findings.length > 0 && <EntryFindings document={document} id={id} findings={detail.findings} />}
      {isEntry && <EntryValue key={id} document={document} detail={detail} />}
      {(isEntry || detail.kind === 'unparsed') && (
        <EntryVerdicts
          document={document}
          id={id}
          version={[version, minute]}
          fixable={new Set(detail.findings.filter(({ fixable }) => fixable).map(({ rule }) => rule))}
        />
      )}
      {isEntry && <EntryFields key={`fields-${id}`} document={document} detail={detail} />}
      <EntryLines detail={detail} />
    </aside>
  );
}

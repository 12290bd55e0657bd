import { CircleAlert, Eye, History, Info, TriangleAlert } from 'lucide-react';
import type { DocumentInfo } from '#shared/api/document.ts';
import { useApp } from '../../state/app-store.ts';
import { runCommand } from '../../state/commands.ts';
import { reviewRepair } from '../../state/repair-actions.ts';
import { messages } from '../../ui/messages.ts';
import { showBytes, showCount } from '../../ui/numbers.ts';
import { showTimeOfDay } from '../../ui/times.ts';
import { Tip } from '../../ui/tip.tsx';
import { ClockItem } from '../expiry/clock-item.tsx';
import { ProgressItem } from './progress-item.tsx';
import './status-bar.css';

function facts(info: DocumentInfo): readonly string[] {
  const { status } = messages;
  const encoding = info.encoding.toUpperCase();
  // JSON is written in UTF-8 without a mark, and its line ends mean nothing: there is something to say where that is not so.
  const isText = info.formatId === 'netscape';
  return [
    ...(info.byteOrderMark ? [`${encoding} ${status.bom}`] : []),
    ...(!info.byteOrderMark && (isText || encoding !== 'UTF-8') ? [encoding] : []),
    ...(isText ? [status.lineEnds[info.lineEnd]] : []),
    ...(info.mode === undefined ? [] : [info.mode]),
    // A copy is in no file yet.
    ...(info.importedFrom === undefined ? [showBytes(info.bytes)] : []),
    status.entries(info.entries),
    ...(info.unparsed > 0 ? [status.unparsed(info.unparsed)] : []),
  ];
}

/** What it was read from counts, where it is a copy: nobody chose the format that it is kept in. */
function formatOf({ formatName, importedFrom }: DocumentInfo): string {
  if (importedFrom === undefined) return formatName;
  const { status } = messages;
  const { at, place } = importedFrom;
  const time = showTimeOfDay(at);
  return place === undefined ? status.copyOf(importedFrom.formatName, time) : status.copyFrom(place, time);
}

/** What the document is, at a glance; the changes and the problems open their panels. */
export function StatusBar({ document }: { readonly document: string }) {
  const info = useApp(({ documents }) => documents.find(({ id }) => id === document));
  if (info === undefined) return null;
  const { status } = messages;
  const { error, warning, info: notes, hint } = info.findings;
  return (
    <footer className="status-bar" aria-label={status.label}>
      <span>{formatOf(info)}</span>
      {info.writtenBy !== undefined && (
        <button type="button" title={status.writer} onClick={() => reviewRepair(info.id)}>
          {status.from(info.writtenBy.title, info.writtenBy.confidence)}
        </button>
      )}
      {facts(info).map((fact, at) => (
        // The same word can stand for two facts; their order does not change.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at}>{fact}</span>
      ))}
      {info.watching && (
        <span className="status-icon">
          <Eye size={12} aria-hidden />
          {status.watching}
        </span>
      )}
      {info.unconfirmed === true && (
        <Tip text={status.unconfirmedTip} side="top">
          <span className="status-icon severity-warning" tabIndex={0}>
            <TriangleAlert size={12} aria-hidden />
            {status.unconfirmed}
          </span>
        </Tip>
      )}
      {info.oldContent !== undefined && (
        <Tip text={status.oldContentTip(info.oldContent)} side="top">
          <span className="status-icon" tabIndex={0}>
            <History size={12} aria-hidden />
            {status.oldContent}
          </span>
        </Tip>
      )}
      <ClockItem />
      <span className="status-space" />
      <ProgressItem />
      <button
        type="button"
        className={info.changes > 0 ? 'status-changes' : ''}
        onClick={() => runCommand('view.changes')}
      >
        {status.changes(info.changes)}
      </button>
      <button type="button" onClick={() => runCommand('view.problems')}>
        <span className="visually-hidden">{status.problemsLabel(error, warning, notes + hint)}</span>
        <CircleAlert size={12} className={error > 0 ? 'severity-error' : ''} aria-hidden />
        <span aria-hidden>{showCount(error)}</span>
        <TriangleAlert size={12} className={warning > 0 ? 'severity-warning' : ''} aria-hidden />
        <span aria-hidden>{showCount(warning)}</span>
        <Info size={12} aria-hidden />
        <span aria-hidden>{showCount(notes + hint)}</span>
      </button>
    </footer>
  );
}

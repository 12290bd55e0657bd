import type { PendingChange } from '#shared/api/changes.ts';
import { messages } from '../../ui/messages.ts';
import { DiffLine } from './diff-line.tsx';
import './changes.css';

/** Changes that are not made yet, each line before and after. */
export function ChangeList({ changes }: { readonly changes: readonly PendingChange[] }) {
  return (
    <ul>
      {changes.map((change) => (
        <ChangeRow
          key={`${change.kind} ${change.line ?? ''} ${change.subject} ${change.before ?? ''}`}
          change={change}
        />
      ))}
    </ul>
  );
}

function ChangeRow({ change }: { readonly change: PendingChange }) {
  const { kind, subject, line, details, before, after } = change;
  const words = details.map(
    ({ field, before: from, after: to }) => `${field === subject ? '' : `${field}: `}${from} → ${to}`,
  );
  const other = (text: string | undefined): string | undefined => (kind === 'property' ? undefined : text);
  return (
    <li className="change-item">
      <div className="change-head">
        <span className="change-subject">{subject}</span>
        {line !== undefined && <span className="muted numeric">{messages.problems.line(line)}</span>}
        <span className="muted clip change-details">{words.join(' · ')}</span>
      </div>
      {(before !== undefined || after !== undefined) && (
        <div className="diff mono selectable">
          {before !== undefined && <DiffLine side="before" text={before} other={other(after)} />}
          {after !== undefined && <DiffLine side="after" text={after} other={other(before)} />}
        </div>
      )}
    </li>
  );
}

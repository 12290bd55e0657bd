import { Undo2 } from 'lucide-react';
import type { PendingChange } from '#shared/api/changes.ts';
import { differenceText } from '#shared/api/field-text.ts';
import { discardChanges, goToLine } from '../../state/edit-actions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { DiffLine } from './diff-line.tsx';

interface ChangeItemProps {
  readonly document: string;
  readonly change: PendingChange;
}

/** One pending change: what it is about, what changed in words, and the line before and after. */
export function ChangeItem({ document, change }: ChangeItemProps) {
  const { id, kind, subject, details, line, before, after } = change;
  const { changes } = messages;
  const canGo = id !== undefined && kind !== 'removed';
  return (
    <li className="change-item">
      <div className="change-head">
        {canGo ? (
          <button
            type="button"
            className="change-subject"
            onClick={() => void goToLine(document, id)}
            title={changes.go}
          >
            {subject}
          </button>
        ) : (
          <span className="change-subject">{subject}</span>
        )}
        {line !== undefined && <span className="muted numeric">{messages.problems.line(line)}</span>}
        <span className="muted clip change-details">{details.map(differenceText).join(' · ')}</span>
        {id !== undefined && (
          <IconButton
            small
            label={changes.discardThis(subject)}
            onClick={() => void discardChanges(document, [id])}
          >
            <Undo2 size={13} />
          </IconButton>
        )}
      </div>
      {(before !== undefined || after !== undefined) && (
        <div className="diff mono selectable">
          {before !== undefined && <DiffLine side="before" text={before} other={after} />}
          {after !== undefined && <DiffLine side="after" text={after} other={before} />}
        </div>
      )}
    </li>
  );
}

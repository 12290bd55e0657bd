import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { PendingChange } from '#shared/api/changes.ts';
import { discardChanges } from '../../state/edit-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useShown } from '../../state/use-shown.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import { showCount } from '../../ui/numbers.ts';
import { ChangeItem } from './change-item.tsx';
import './changes.css';

const FIRST = 100;
const FURTHER = 500;
const GROUPS = [
  'property',
  'added',
  'edited',
  'removed',
  'moved',
] as const satisfies readonly PendingChange['kind'][];

interface ChangesProps {
  readonly document: string;
  readonly version: string;
}

/** Every difference to the file on disk: exactly what a save will write, to be looked over and taken back. */
export function Changes({ document, version }: ChangesProps) {
  const [limit, setLimit] = useState(FIRST);
  const [reveal, setReveal] = useShown(false);
  const answer = useAnswer('changes.list', { document, from: 0, to: limit, reveal }, version);
  if (answer === undefined) return null;
  const { changes: texts } = messages;
  if (answer.total === 0) {
    return (
      <p className="bottom-none muted">
        <strong>{texts.none}</strong>
        {texts.noneText}
      </p>
    );
  }
  const counts = { ...answer, property: answer.properties, moved: 0 };
  const more = answer.total - answer.changes.length;
  return (
    <>
      <div className="bottom-bar">
        <span className="muted">{texts.title}</span>
        <Button
          look="quiet"
          className="button-small"
          icon={reveal ? <EyeOff size={13} /> : <Eye size={13} />}
          onClick={() => setReveal(!reveal)}
        >
          {reveal ? texts.mask : texts.reveal}
        </Button>
        <Button look="danger" className="button-small" onClick={() => void discardChanges(document)}>
          {texts.discardAll(answer.total)}
        </Button>
      </div>
      {GROUPS.map((kind) => {
        const items = answer.changes.filter((change) => change.kind === kind);
        if (items.length === 0) return null;
        return (
          <section key={kind} className="change-group">
            <h2>
              {texts.groups[kind]}{' '}
              <span className="bottom-count numeric">{showCount(counts[kind] || items.length)}</span>
            </h2>
            <ul>
              {items.map((change) => (
                <ChangeItem key={change.id ?? change.subject} document={document} change={change} />
              ))}
            </ul>
          </section>
        );
      })}
      {more > 0 && (
        <Button look="quiet" className="button-small" onClick={() => setLimit(limit + FURTHER)}>
          {texts.more(Math.min(more, FURTHER))}
        </Button>
      )}
    </>
  );
}

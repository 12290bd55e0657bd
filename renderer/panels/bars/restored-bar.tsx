import { History } from 'lucide-react';
import type { DocumentInfo } from '#shared/api/document.ts';
import { useApp } from '../../state/app-store.ts';
import { changeDocument, discardRestored } from '../../state/document-actions.ts';
import { reviewMerge } from '../../state/merge-actions.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import { showRelative } from '../../ui/times.ts';

interface RestoredBarProps {
  readonly info: DocumentInfo;
  readonly restored: NonNullable<DocumentInfo['restored']>;
}

/** Unsaved edits came back after a crash: what they are, and the two ways on. */
export function RestoredBar({ info, restored }: RestoredBarProps) {
  const now = useApp((state) => state.now);
  const { recovery } = messages;
  return (
    <div className="bar" role="status">
      <History size={15} aria-hidden />
      <span className="bar-text clip">
        <strong>
          {recovery.restored(restored.changes, showRelative(restored.at, Math.max(restored.at, now)))}
        </strong>{' '}
        <span className="muted">{recovery.file[restored.file]}</span>
      </span>
      {info.disk === 'changed' && (
        <Button className="button-small" onClick={() => reviewMerge(info.id, { disk: true })}>
          {messages.disk.review}
        </Button>
      )}
      <Button className="button-small" onClick={() => void discardRestored(info)}>
        {recovery.discard}
      </Button>
      <Button
        look="primary"
        className="button-small"
        onClick={() => void changeDocument('document.keepRestored', info.id)}
      >
        {recovery.keep}
      </Button>
    </div>
  );
}

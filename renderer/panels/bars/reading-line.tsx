import { X } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { previewOf, stopReading } from '../../state/previews.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import './reading-line.css';

/** In the place of the query line while a large file is being read: how far it is, and a way to stop it. */
export function ReadingLine({ document }: { readonly document: string }) {
  const preview = useApp((state) => previewOf(state, document));
  const progress = useApp((state) => state.progress);
  if (preview === undefined) return <div className="query-line" aria-busy />;
  const known = progress?.task === preview.task ? progress : undefined;
  const text = known === undefined ? messages.opening.begins : messages.opening.read(known.done, known.total);
  return (
    <div className="query-line reading-line">
      <span className="reading-text">{text}</span>
      <progress
        aria-label={messages.opening.began(preview.title)}
        {...(known !== undefined && { value: known.done, max: Math.max(1, known.total) })}
      />
      <Button look="quiet" icon={<X size={13} />} onClick={() => void stopReading(preview)}>
        {messages.status.stop}
      </Button>
    </div>
  );
}

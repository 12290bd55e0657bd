import { Timer } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { discardRunCopy, showRunCopy, takeRunCopy } from '../../state/run-copy-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { runCopyMessages as words } from '../../ui/sharing-messages.ts';

/** A throw-away copy is on disk: what its program made of it, and the ways on. The newest that has news comes first. */
export function DisposableBar({ document }: { readonly document: string }) {
  const heard = useApp((state) => state.copies[document]);
  // A tab that was loaded again has heard of none.
  const listed = useAnswer('runCopy.list', heard === undefined ? { document } : undefined);
  const copies = heard ?? listed?.copies;
  const copy = copies?.findLast(({ state }) => state === 'changed') ?? copies?.at(-1);
  if (copy === undefined) return null;
  const { id, program, state, summary } = copy;
  const fresh = state === 'changed';
  return (
    <div className="bar" role="status">
      <Timer size={14} aria-hidden />
      <span className="bar-text clip">
        <strong>{fresh ? words.state.changed(program) : words.bar(program)}</strong>{' '}
        <span className="muted">{fresh ? summary.join(' · ') : words.state[state](program)}</span>
      </span>
      <Button className="button-small" onClick={() => showRunCopy(document)}>
        {words.show}
      </Button>
      <Button className="button-small" onClick={() => void discardRunCopy(id)}>
        {words.delete}
      </Button>
      {fresh && (
        <Button look="primary" className="button-small" onClick={() => void takeRunCopy(id, false)}>
          {words.take}
        </Button>
      )}
    </div>
  );
}

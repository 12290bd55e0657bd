import { Copy, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { RunCopy } from '#shared/api/run-copy.ts';
import { copyRunCommand, discardRunCopy, takeRunCopy } from '../../state/run-copy-actions.ts';
import { Button } from '../../ui/button.tsx';
import { runCopyMessages as words } from '../../ui/sharing-messages.ts';

const SHOWN = 3;

/** One copy: its command, what became of it, and the ways on. */
export function DisposableItem({ copy }: { readonly copy: RunCopy }) {
  const { id, program, command, entries, losses, state, summary, dropped } = copy;
  const [removing, setRemoving] = useState(false);
  return (
    <section className="run-copy" aria-label={words.bar(program)}>
      <h3>{words.command}</h3>
      <pre className="run-copy-command mono selectable" tabIndex={0}>
        {command}
      </pre>
      <p className="muted">{words.holds(entries)}</p>
      {losses.slice(0, SHOWN).map(({ code, message, count }) => (
        <p key={`${code} ${message}`} className="run-copy-loss muted">
          <TriangleAlert size={13} aria-hidden />
          {words.loss(message, count)}
        </p>
      ))}
      {losses.length > SHOWN && <p className="muted">{words.moreLosses(losses.length - SHOWN)}</p>}
      <p className="run-copy-state" role="status">
        <strong>{words.state[state](program)}</strong> {summary.join(' · ')}
      </p>
      {state === 'changed' && dropped > 0 && (
        <label className="run-copy-check">
          <input
            type="checkbox"
            className="checkbox"
            checked={removing}
            onChange={({ currentTarget }) => setRemoving(currentTarget.checked)}
          />
          {words.dropped(dropped)}
        </label>
      )}
      <div className="run-copy-buttons">
        <Button
          className="button-small"
          icon={<Copy size={13} />}
          onClick={() => void copyRunCommand(command)}
        >
          {words.copy}
        </Button>
        <Button className="button-small" onClick={() => void discardRunCopy(id)}>
          {words.delete}
        </Button>
        {state === 'changed' && (
          <Button look="primary" className="button-small" onClick={() => void takeRunCopy(id, removing)}>
            {words.take}
          </Button>
        )}
      </div>
    </section>
  );
}

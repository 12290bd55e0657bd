import { useState } from 'react';
import { activeView, useApp } from '../../state/app-store.ts';
import { redactDocument } from '../../state/redact-actions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { redactMessages as words } from '../../ui/sharing-messages.ts';
import '../../ui/choices.css';

interface RedactDialogProps {
  readonly document: string;
  readonly onClose: () => void;
}

/** Which cookies go into a file that others may see; it opens in a tab of its own. */
export function RedactDialog({ document, onClose }: RedactDialogProps) {
  const view = useApp((state) => activeView(state)?.info);
  const [chosen, setChosen] = useState<'selection' | 'matches' | 'all'>(
    (view?.selected ?? 0) > 0 ? 'selection' : 'all',
  );
  if (view === undefined || view.document !== document) return null;
  const scopes = [
    { id: 'selection', label: messages.exporting.selection(view.selected), usable: view.selected > 0 },
    { id: 'matches', label: messages.exporting.matches(view.matches), usable: view.matches > 0 },
    { id: 'all', label: messages.exporting.all(view.total), usable: true },
  ] as const;
  const apply = (): void => {
    onClose();
    const target = chosen === 'all' ? {} : { target: { view: view.id, which: chosen } };
    void redactDocument({ document, ...target });
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" onClick={apply}>
        {words.apply}
      </Button>
    </>
  );
  return (
    <Dialog title={words.title} description={words.text} onClose={onClose} footer={footer}>
      <fieldset className="choices">
        <legend className="muted">{messages.exporting.scope}</legend>
        {scopes.map(({ id, label, usable }) => (
          <label key={id} className={usable ? '' : 'muted'}>
            <input
              type="radio"
              name="redact-scope"
              checked={chosen === id}
              disabled={!usable}
              onChange={() => setChosen(id)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <p className="muted">{words.stays}</p>
    </Dialog>
  );
}

import { useState } from 'react';
import type { FormEvent } from 'react';
import { activeView, useApp } from '../../state/app-store.ts';
import { saveView } from '../../state/saved-views.ts';
import { nameTrouble, sameName } from '../../state/view-names.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { viewMessages } from '../../ui/view-messages.ts';
import '../../ui/field.css';
import './saved-views.css';

/** Asks for the name under which the view of now is kept. */
export function SaveViewDialog({ onClose }: { readonly onClose: () => void }) {
  const views = useApp(({ preferences }) => preferences.views);
  const query = useApp((state) => activeView(state)?.query ?? '').trim();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const trouble = tried || name.length > 0 ? nameTrouble(name) : undefined;
  const replaces = views.some((view) => sameName(view.name, name));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (nameTrouble(name) !== undefined) return;
    saveView(name);
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" type="submit" form="save-view">
        {messages.save}
      </Button>
    </>
  );
  return (
    <Dialog
      title={viewMessages.saveTitle}
      description={viewMessages.saveText}
      onClose={onClose}
      footer={footer}
    >
      <form id="save-view" className="view-form" onSubmit={save}>
        <label htmlFor="view-name">{viewMessages.name}</label>
        <input
          id="view-name"
          className="input"
          autoComplete="off"
          aria-invalid={trouble !== undefined}
          aria-describedby="view-note"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <p id="view-note" role="alert" className={trouble === undefined ? 'muted' : 'view-trouble'}>
          {trouble ?? (replaces ? viewMessages.replaces : '')}
        </p>
        <span className="muted">{viewMessages.query}</span>
        <span className="mono clip">{query === '' ? viewMessages.everything : query}</span>
      </form>
    </Dialog>
  );
}

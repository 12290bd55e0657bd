import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { SavedView } from '#shared/api/settings.ts';
import { useApp } from '../../state/app-store.ts';
import { deleteView, renameView } from '../../state/saved-views.ts';
import { nameTrouble } from '../../state/view-names.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { viewMessages } from '../../ui/view-messages.ts';
import '../../ui/field.css';
import './saved-views.css';

/** The saved views, to be named anew and to be deleted. */
export function ViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const views = useApp(({ preferences }) => preferences.views);
  const footer = (
    <Button look="primary" onClick={onClose}>
      {messages.done}
    </Button>
  );
  return (
    <Dialog title={viewMessages.title} description={viewMessages.text} onClose={onClose} footer={footer}>
      {views.length === 0 && <p className="muted">{viewMessages.none}</p>}
      <ul className="view-list">
        {views.map((view) => (
          <ViewItem key={view.name} view={view} others={views.filter((other) => other !== view)} />
        ))}
      </ul>
    </Dialog>
  );
}

interface ViewItemProps {
  readonly view: SavedView;
  readonly others: readonly SavedView[];
}

/** A name that cannot be given stays as it was typed, with the reason below it. */
function ViewItem({ view, others }: ViewItemProps) {
  const [name, setName] = useState(view.name);
  const trouble = nameTrouble(name, others);
  const rename = (): void => {
    if (trouble === undefined && name !== view.name) renameView(view, name);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') rename();
  };
  return (
    <li className="view-item">
      <input
        className="input"
        aria-label={viewMessages.rename(view.name)}
        aria-invalid={trouble !== undefined}
        aria-describedby={`trouble-of-${view.name}`}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onBlur={rename}
        onKeyDown={onKeyDown}
      />
      <IconButton label={viewMessages.remove(view.name)} onClick={() => deleteView(view)}>
        <Trash2 size={14} />
      </IconButton>
      <span className="mono clip muted">{view.query === '' ? viewMessages.everything : view.query}</span>
      <p id={`trouble-of-${view.name}`} role="alert" className="view-trouble">
        {trouble}
      </p>
    </li>
  );
}

import { useState } from 'react';
import { commands } from '#shared/api/commands.ts';
import { useApp } from '../../state/app-store.ts';
import { commandKeys } from '../../state/command-keys.ts';
import { host } from '../../state/engine.ts';
import { notify } from '../../state/notices.ts';
import { changePreferences } from '../../state/preferences.ts';
import { chosenKeys } from '../../state/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { settingsMessages } from '../../ui/settings-messages.ts';
import { ShortcutItem } from './shortcut-item.tsx';
import './shortcut-settings.css';

const { keys: words } = settingsMessages;

function resetAll(): void {
  const before = chosenKeys();
  void changePreferences({ keys: {} });
  const action = { label: messages.undo, run: () => void changePreferences({ keys: before }) };
  notify({ tone: 'done', title: words.wasReset, details: [], action });
}

/** The keys of every command, each of which can have others. */
export function ShortcutSettings() {
  const chosen = useApp(({ preferences }) => preferences.keys);
  const [search, setSearch] = useState('');
  const { kind } = host();
  const all = commandKeys(kind, chosen);
  const wanted = search.trim().toLowerCase();
  const shown = commands.filter(({ label }) => label.toLowerCase().includes(wanted));
  return (
    <>
      <div className="shortcut-line">
        <SearchField label={words.find} value={search} onChange={setSearch} />
        <Button disabled={Object.keys(chosen).length === 0} onClick={resetAll}>
          {words.resetAll}
        </Button>
      </div>
      <p className="muted settings-text">
        {words.text} {kind === 'browser' && words.browserNote}
      </p>
      {shown.length === 0 && <p className="muted">{words.nothing}</p>}
      <ul className="shortcut-list">
        {shown.map(({ id, label }) => (
          <ShortcutItem key={id} id={id} label={label} all={all} changed={id in chosen} />
        ))}
      </ul>
    </>
  );
}

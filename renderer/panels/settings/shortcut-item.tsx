import { Plus, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { commands } from '#shared/api/commands.ts';
import type { CommandId } from '#shared/api/commands.ts';
import type { CommandKeys } from '../../state/command-keys.ts';
import { host } from '../../state/engine.ts';
import { changePreferences } from '../../state/preferences.ts';
import { chosenKeys, keyTrouble, withKeys, withoutKeys, withUsualKeys } from '../../state/shortcuts.ts';
import type { KeyTrouble } from '../../state/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { isMac, keyCaps } from '../../ui/keymap.ts';
import { settingsMessages } from '../../ui/settings-messages.ts';
import { KeyCatcher } from './key-catcher.tsx';

const { keys: words } = settingsMessages;

function labelOf(id: CommandId): string {
  return commands.find((command) => command.id === id)?.label ?? id;
}

function troubleText(trouble: KeyTrouble, keys: string): string {
  const caps = keyCaps(keys, isMac).join('+');
  if (trouble.kind === 'window') return words.keptByWindow(caps);
  if (trouble.kind === 'browser') return words.keptByBrowser(caps);
  return words.conflict(caps, labelOf(trouble.by));
}

interface Tried {
  readonly keys: string;
  readonly trouble: KeyTrouble;
}

function KeptKeys({
  id,
  label,
  keys,
}: {
  readonly id: CommandId;
  readonly label: string;
  readonly keys: string;
}) {
  const remove = (): void => {
    void changePreferences({ keys: withoutKeys(chosenKeys(), { id, keys }, host().kind) });
  };
  return (
    <span className="shortcut-key">
      <Kbd keys={keys} />
      <IconButton label={words.remove(keyCaps(keys, isMac).join('+'), label)} small onClick={remove}>
        <X size={12} />
      </IconButton>
    </span>
  );
}

interface ShortcutItemProps {
  readonly id: CommandId;
  readonly label: string;
  readonly all: readonly CommandKeys[];
  /** The keys are not the usual ones. */
  readonly changed: boolean;
}

/** A command and its keys. Keys that it cannot have are told below it, with a way to take them from who has them. */
export function ShortcutItem({ id, label, all, changed }: ShortcutItemProps) {
  /** `caught`: the keyboard goes back to the button that began it. */
  const [catching, setCatching] = useState<'no' | 'now' | 'caught'>('no');
  const [tried, setTried] = useState<Tried>();
  const { kind } = host();
  const keys = all.find((command) => command.id === id)?.keys ?? [];
  const give = (spelling: string): void => {
    setTried(undefined);
    void changePreferences({ keys: withKeys(chosenKeys(), { id, keys: spelling }, kind) });
  };
  const onCaught = (spelling: string | undefined): void => {
    setCatching('caught');
    setTried(undefined);
    if (spelling === undefined) return;
    const trouble = keyTrouble(all, { id, keys: spelling }, kind);
    if (trouble === undefined) give(spelling);
    else setTried({ keys: spelling, trouble });
  };
  return (
    <li className="shortcut-item">
      <span className="shortcut-label">{label}</span>
      <span className="shortcut-keys">
        {keys.map((spelling) => (
          <KeptKeys key={spelling} id={id} label={label} keys={spelling} />
        ))}
        {catching === 'now' ? (
          <KeyCatcher label={label} onCaught={onCaught} />
        ) : (
          <IconButton
            label={words.add(label)}
            small
            autoFocus={catching === 'caught'}
            onClick={() => setCatching('now')}
          >
            <Plus size={13} />
          </IconButton>
        )}
      </span>
      <IconButton
        label={words.reset(label)}
        small
        disabled={!changed}
        onClick={() => void changePreferences({ keys: withUsualKeys(chosenKeys(), id, kind) })}
      >
        <RotateCcw size={13} />
      </IconButton>
      {tried !== undefined && (
        <p role="alert" className="shortcut-trouble">
          {troubleText(tried.trouble, tried.keys)}
          {tried.trouble.kind === 'taken' && (
            <Button className="button-small" onClick={() => give(tried.keys)}>
              {words.takeOver}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

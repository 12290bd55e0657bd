import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { isMac, spellingOf } from '../../ui/keymap.ts';
import { settingsMessages } from '../../ui/settings-messages.ts';

interface KeyCatcherProps {
  /** The command that the keys are for. */
  readonly label: string;
  /** Hears the keys in Electron's spelling; nothing when the person thinks better of it. */
  readonly onCaught: (spelling: string | undefined) => void;
}

/** Waits for keys to be pressed. Escape and leaving the field end it without any. */
export function KeyCatcher({ label, onCaught }: KeyCatcherProps) {
  const input = useRef<HTMLInputElement>(null);
  const { keys } = settingsMessages;
  useEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      onCaught(undefined);
      return;
    }
    const spelling = spellingOf(event, isMac);
    if (spelling !== undefined) onCaught(spelling);
  };
  return (
    <input
      ref={input}
      className="input key-catcher"
      readOnly
      aria-label={`${keys.add(label)}. ${keys.press} ${keys.cancel}`}
      placeholder={keys.press}
      onKeyDown={onKeyDown}
      onBlur={() => onCaught(undefined)}
    />
  );
}

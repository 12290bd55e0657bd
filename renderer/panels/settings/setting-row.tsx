import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { settingsMessages } from '../../ui/settings-messages.ts';

interface SettingRowProps {
  readonly label: string;
  readonly text?: string;
  /** The control; it gets the ids of what it is called by and described by. */
  readonly children: (ids: { readonly label: string; readonly text: string }) => ReactNode;
}

/** One setting: what it is called, its control, and what there is to know of it. */
export function SettingRow({ label, text, children }: SettingRowProps) {
  const id = useId();
  const ids = { label: `${id}-label`, text: `${id}-text` };
  return (
    <div className="setting">
      <span id={ids.label} className="setting-label">
        {label}
      </span>
      <div className="setting-control">{children(ids)}</div>
      {text !== undefined && (
        <p id={ids.text} className="setting-text">
          {text}
        </p>
      )}
    </div>
  );
}

interface ChoiceSettingProps<Value extends string> {
  readonly label: string;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few. */
export function ChoiceSetting<Value extends string>({
  label,
  options,
  value,
  onChange,
}: ChoiceSettingProps<Value>) {
  const name = useId();
  return (
    <SettingRow label={label}>
      {(ids) => (
        <div className="segments" role="radiogroup" aria-labelledby={ids.label}>
          {(Object.entries(options) as [Value, string][]).map(([id, title]) => (
            <label key={id} className="segment">
              <input type="radio" name={name} checked={id === value} onChange={() => onChange(id)} />
              <span>{title}</span>
            </label>
          ))}
        </div>
      )}
    </SettingRow>
  );
}

interface NumberSettingProps {
  readonly label: string;
  readonly text?: string;
  readonly unit?: string;
  readonly value: number;
  readonly bounds: readonly [number, number];
  readonly onChange: (value: number) => void;
}

/** What is wrong with a typed number; nothing when it can be taken. */
export function numberTrouble(typed: string, [least, most]: readonly [number, number]): string | undefined {
  if (!/^\s*-?\d+\s*$/.test(typed)) return settingsMessages.notNumber;
  const value = Number(typed);
  return value < least || value > most ? settingsMessages.outside(least, most) : undefined;
}

/** A whole number. What cannot be taken stays as it was typed, with the reason below it. */
export function NumberSetting({ label, text, unit, value, bounds, onChange }: NumberSettingProps) {
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const trouble = typed === undefined ? undefined : numberTrouble(typed, bounds);
  const commit = (): void => {
    if (typed === undefined || trouble !== undefined) return;
    onChange(Number(typed));
    setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
  };
  return (
    <SettingRow label={label} {...(text !== undefined && { text })}>
      {(ids) => (
        <>
          <input
            className="input setting-number"
            inputMode="numeric"
            aria-labelledby={ids.label}
            aria-describedby={`${ids.text} ${id}`}
            aria-invalid={trouble !== undefined}
            value={typed ?? String(value)}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={commit}
            onKeyDown={onKeyDown}
          />
          {unit !== undefined && <span className="muted">{unit}</span>}
          <span id={id} role="alert" className="setting-trouble">
            {trouble}
          </span>
        </>
      )}
    </SettingRow>
  );
}

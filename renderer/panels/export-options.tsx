import { RadioGroup } from 'radix-ui';
import type { ExportTargetInfo } from '#shared/api/export.ts';
import type { ViewInfo } from '#shared/api/view.ts';
import { messages } from '../ui/messages.ts';

/** What the person chose to export. */
export interface ExportChoice {
  readonly to?: string;
  readonly scope: 'selection' | 'matches' | 'all';
  readonly url: string;
  readonly inline: boolean;
}

interface ExportOptionsProps {
  readonly targets: readonly ExportTargetInfo[];
  readonly target: ExportTargetInfo;
  readonly view: ViewInfo;
  readonly choice: ExportChoice;
  readonly onChoose: (choice: ExportChoice) => void;
}

/** To what to export, and which cookies. */
export function ExportOptions({ targets, target, view, choice, onChoose }: ExportOptionsProps) {
  const { exporting } = messages;
  const groups = [
    { title: exporting.formats, kind: 'format' },
    { title: exporting.commands, kind: 'command' },
  ] as const;
  const scopes = [
    { id: 'selection', label: exporting.selection(view.selected), usable: view.selected > 0 },
    { id: 'matches', label: exporting.matches(view.matches), usable: view.matches > 0 },
    { id: 'all', label: exporting.all(view.total), usable: true },
  ] as const;
  return (
    <div className="export-options">
      <RadioGroup.Root
        aria-label={exporting.label}
        value={target.id}
        onValueChange={(to) => onChoose({ ...choice, to })}
        className="export-targets"
      >
        {groups.map(({ title, kind }) => (
          <div key={kind}>
            <h3>{title}</h3>
            {targets
              .filter((candidate) => candidate.kind === kind)
              .toSorted((left, right) => Number(right.id === 'netscape') - Number(left.id === 'netscape'))
              .map(({ id, name }) => (
                <RadioGroup.Item key={id} value={id} className="export-target">
                  {name}
                </RadioGroup.Item>
              ))}
          </div>
        ))}
      </RadioGroup.Root>
      <fieldset className="export-scope">
        <legend>{exporting.scope}</legend>
        {scopes.map(({ id, label, usable }) => (
          <label key={id} className={usable ? '' : 'export-off'}>
            <input
              type="radio"
              name="export-scope"
              checked={choice.scope === id}
              disabled={!usable}
              onChange={() => onChoose({ ...choice, scope: id })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {target.needsUrl && (
        <label className="export-url">
          {exporting.url}
          <input
            value={choice.url}
            placeholder={exporting.urlHint}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChoose({ ...choice, url: event.target.value })}
          />
        </label>
      )}
      {target.canInline && (
        <label className="export-inline">
          <input
            type="checkbox"
            className="checkbox"
            checked={choice.inline}
            onChange={(event) => onChoose({ ...choice, inline: event.target.checked })}
          />
          <span>
            {exporting.inline}
            <span className="muted">{exporting.inlineHint}</span>
          </span>
        </label>
      )}
    </div>
  );
}

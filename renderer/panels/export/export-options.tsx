import { RadioGroup } from 'radix-ui';
import type { ExportTargetInfo } from '#shared/api/export.ts';
import type { ViewInfo } from '#shared/api/view.ts';
import { messages } from '../../ui/messages.ts';

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

interface TargetListProps {
  readonly targets: readonly ExportTargetInfo[];
  readonly chosen: string;
  readonly onChoose: (to: string) => void;
}

const kinds = [
  { title: messages.exporting.formats, kind: 'format' },
  { title: messages.exporting.commands, kind: 'command' },
] as const;

/** The format that most programs read stands first. */
const FIRST = 'netscape';

function TargetList({ targets, chosen, onChoose }: TargetListProps) {
  return (
    <RadioGroup.Root
      aria-label={messages.exporting.label}
      value={chosen}
      onValueChange={onChoose}
      className="export-targets"
    >
      {kinds.map(({ title, kind }) => (
        <div key={kind}>
          <h3>{title}</h3>
          {targets
            .filter((candidate) => candidate.kind === kind)
            .toSorted((left, right) => Number(right.id === FIRST) - Number(left.id === FIRST))
            .map(({ id, name }) => (
              <RadioGroup.Item key={id} value={id} className="export-target">
                {name}
              </RadioGroup.Item>
            ))}
        </div>
      ))}
    </RadioGroup.Root>
  );
}

interface ScopeListProps {
  readonly view: ViewInfo;
  readonly chosen: ExportChoice['scope'];
  readonly onChoose: (scope: ExportChoice['scope']) => void;
}

function ScopeList({ view, chosen, onChoose }: ScopeListProps) {
  const { exporting } = messages;
  const scopes = [
    { id: 'selection', label: exporting.selection(view.selected), usable: view.selected > 0 },
    { id: 'matches', label: exporting.matches(view.matches), usable: view.matches > 0 },
    { id: 'all', label: exporting.all(view.total), usable: true },
  ] as const;
  return (
    <fieldset className="export-scope">
      <legend>{exporting.scope}</legend>
      {scopes.map(({ id, label, usable }) => (
        <label key={id} className={usable ? '' : 'export-off'}>
          <input
            type="radio"
            name="export-scope"
            checked={chosen === id}
            disabled={!usable}
            onChange={() => onChoose(id)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** To what to export, and which cookies. */
export function ExportOptions({ targets, target, view, choice, onChoose }: ExportOptionsProps) {
  return (
    <div className="export-options">
      <TargetList targets={targets} chosen={target.id} onChoose={(to) => onChoose({ ...choice, to })} />
      <ScopeList view={view} chosen={choice.scope} onChoose={(scope) => onChoose({ ...choice, scope })} />
    </div>
  );
}

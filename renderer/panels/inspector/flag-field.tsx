import { Switch } from 'radix-ui';
import type { EditableField } from '#shared/api/common.ts';
import { setField } from '../../state/edit-actions.ts';
import { attempt } from '../../state/notices.ts';
import { messages } from '../../ui/messages.ts';

interface FlagFieldProps {
  readonly of: { readonly document: string; readonly id: number; readonly field: EditableField };
  readonly on: boolean;
  readonly editable: boolean;
}

/** A yes or no of an entry, as a switch. */
export function FlagField({ of: { document, id, field }, on, editable }: FlagFieldProps) {
  const label = messages.fields[field];
  const set = (next: boolean): void => {
    void attempt(() => setField(document, id, { field, text: String(next) }));
  };
  return (
    <div className="field-row">
      <dt>{label}</dt>
      <dd>
        <Switch.Root
          className="switch"
          aria-label={label}
          checked={on}
          disabled={!editable}
          onCheckedChange={set}
        >
          <Switch.Thumb />
        </Switch.Root>
      </dd>
    </div>
  );
}

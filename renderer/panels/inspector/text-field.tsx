import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { EditableField } from '#shared/api/common.ts';
import { useFieldEdit } from '../../state/use-field-edit.ts';
import { messages } from '../../ui/messages.ts';

interface FieldOf {
  readonly document: string;
  readonly id: number;
  readonly field: EditableField;
}

interface TextFieldProps {
  readonly of: FieldOf;
  readonly text: string;
  /** What the text means, below it. */
  readonly more: string | undefined;
  readonly editable: boolean;
}

const MONO: ReadonlySet<EditableField> = new Set(['path']);

/** One field as text; a click opens it for typing. */
export function TextField({ of, text, more, editable }: TextFieldProps) {
  const [editing, setEditing] = useState(false);
  const label = messages.fields[of.field];
  const face = `field-text ${MONO.has(of.field) ? 'mono' : ''}`;
  const words = text === '' ? <span className="muted">{messages.inspector.emptyValue}</span> : text;
  return (
    <div className="field-row">
      <dt>{label}</dt>
      <dd>
        {editing ? (
          <FieldInput of={of} onLeave={() => setEditing(false)} />
        ) : editable ? (
          <button
            type="button"
            className={face}
            aria-label={`${messages.inspector.edit(label)}: ${text}`}
            onClick={() => setEditing(true)}
          >
            {words}
          </button>
        ) : (
          <span className={face}>{words}</span>
        )}
        {more !== undefined && !editing && <p className="field-more">{more}</p>}
      </dd>
    </div>
  );
}

function FieldInput({ of, onLeave }: { readonly of: FieldOf; readonly onLeave: () => void }) {
  const edit = useFieldEdit(of);
  const cancel = (): void => {
    edit.cancel();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void edit.commit().then((done) => (done ? onLeave() : undefined));
    else if (event.key === 'Escape') cancel();
    else return;
    event.preventDefault();
  };
  const note = edit.error ?? edit.warnings[0];
  return (
    <>
      <input
        className="field-input"
        aria-label={messages.fields[of.field]}
        aria-invalid={edit.error !== undefined}
        autoFocus
        spellCheck={false}
        autoComplete="off"
        placeholder={of.field === 'expires' ? messages.inspector.expiryHint : ''}
        value={edit.text ?? ''}
        readOnly={edit.text === undefined}
        onChange={(event) => edit.write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void edit.commit().then((done) => (done ? onLeave() : undefined))}
      />
      {note !== undefined && (
        <p className={edit.error === undefined ? 'field-note' : 'field-note field-note-error'} role="alert">
          {note}
        </p>
      )}
    </>
  );
}

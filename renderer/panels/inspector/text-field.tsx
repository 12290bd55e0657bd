import { useState } from 'react';
import type { EditableField } from '#shared/api/common.ts';
import type { FieldOf } from '../../state/use-field-edit.ts';
import { messages } from '../../ui/messages.ts';
import { FieldEditor } from './field-editor.tsx';

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
          <FieldEditor
            of={of}
            className="field-input"
            placeholder={of.field === 'expires' ? messages.inspector.expiryHint : ''}
            onLeave={() => setEditing(false)}
          />
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

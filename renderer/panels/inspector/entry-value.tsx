import { Copy, Eye, EyeOff, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { EntryDetail } from '#shared/api/entry.ts';
import { copyTarget } from '../../state/copy-actions.ts';
import { reveal } from '../../state/view-actions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MaskDots } from '../../ui/mask-dots.tsx';
import { messages } from '../../ui/messages.ts';
import { DecodedValue } from './decoded-value.tsx';
import { FieldEditor } from './field-editor.tsx';

interface EntryValueProps {
  readonly document: string;
  readonly detail: EntryDetail;
}

/** The value: hidden until asked for, copied without showing it, edited as it is in the file. */
export function EntryValue({ document, detail }: EntryValueProps) {
  const [editing, setEditing] = useState(false);
  const { id, value } = detail;
  const shown = value !== undefined;
  const copy = (): void => void copyTarget({ document, target: { ids: [id] }, as: 'value' });
  return (
    <section className="inspector-section" aria-label={messages.inspector.value}>
      <h3>
        {messages.inspector.value}
        <span className="value-tools">
          <IconButton
            small
            label={shown ? messages.menu.hide : messages.menu.reveal}
            aria-pressed={shown}
            onClick={() => reveal(document, [id], !shown)}
          >
            {shown ? <EyeOff size={14} /> : <Eye size={14} />}
          </IconButton>
          <IconButton small label={messages.menu.copyValue} onClick={copy}>
            <Copy size={14} />
          </IconButton>
          {detail.editable.includes('value') && (
            <IconButton
              small
              label={messages.inspector.edit(messages.inspector.value)}
              onClick={() => setEditing(true)}
            >
              <Pencil size={14} />
            </IconButton>
          )}
        </span>
      </h3>
      {editing ? (
        <FieldEditor
          of={{ document, id, field: 'value' }}
          className="value-edit mono selectable"
          tall
          onLeave={() => setEditing(false)}
        />
      ) : (
        <div className="value-box mono">
          {value === undefined ? (
            <MaskDots />
          ) : value === '' ? (
            <span className="muted">{messages.inspector.emptyValue}</span>
          ) : (
            value
          )}
        </div>
      )}
      {!editing && <DecodedValue document={document} detail={detail} />}
    </section>
  );
}

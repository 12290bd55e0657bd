import { type ReactNode, useId } from 'react';
import type { EditableField } from '#shared/api/common.ts';
import { editableField } from '#shared/api/common.ts';
import { bulkMessages as words } from '../../ui/bulk-messages.ts';
import '../../ui/field.css';
import { type BulkDraft, FLAGS, TEXT_FIELDS } from './bulk-draft.ts';

interface BulkFieldsProps {
  readonly draft: BulkDraft;
  readonly trouble: string | undefined;
  readonly onChange: (draft: Partial<BulkDraft>) => void;
}

/** What the chosen kind of work asks for; what is wrong stands below. */
export function BulkFields({ draft, trouble, onChange }: BulkFieldsProps) {
  const wrong = useId();
  const text = (key: 'to' | 'find' | 'with' | 'by' | 'within', placeholder = ''): ReactNode => (
    <label className="bulk-field bulk-text">
      {words[key]}
      <input
        className="input"
        value={draft[key]}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={trouble !== undefined}
        aria-describedby={trouble === undefined ? undefined : wrong}
        onChange={({ currentTarget }) => onChange({ [key]: currentTarget.value })}
      />
    </label>
  );
  const box = (key: 'pattern' | 'anyCase'): ReactNode => (
    <label className="bulk-box">
      <input
        type="checkbox"
        className="checkbox"
        checked={draft[key]}
        onChange={({ currentTarget }) => onChange({ [key]: currentTarget.checked })}
      />
      {words[key]}
    </label>
  );
  return (
    <>
      <div className="bulk-fields">{fieldsOf()}</div>
      {draft.kind === 'replace' && (
        <div className="bulk-boxes">
          {box('pattern')}
          {box('anyCase')}
        </div>
      )}
      {trouble !== undefined && (
        <p className="bulk-trouble" id={wrong} role="alert">
          {trouble}
        </p>
      )}
    </>
  );

  function fieldsOf(): ReactNode {
    switch (draft.kind) {
      case 'set':
        return (
          <>
            <FieldChoice
              among={editableField.options}
              value={draft.set}
              onChoose={(set) => onChange({ set })}
            />
            {text('to', hintOf(draft.set))}
          </>
        );
      case 'replace':
        return (
          <>
            <FieldChoice
              among={TEXT_FIELDS}
              value={draft.replace}
              onChoose={(replace) => onChange({ replace })}
            />
            {text('find')}
            {text('with', draft.pattern ? words.withHint : '')}
          </>
        );
      case 'toggle':
        return <FieldChoice among={FLAGS} value={draft.toggle} onChoose={(toggle) => onChange({ toggle })} />;
      case 'shift-expiry':
        return text('by', words.byHint);
      case 'cap-expiry':
        return text('within', words.byHint);
      case 'lower-case':
        return (
          <FieldChoice among={TEXT_FIELDS} value={draft.lower} onChoose={(lower) => onChange({ lower })} />
        );
      case 'session':
        return null;
    }
  }
}

function hintOf(field: EditableField): string {
  const isFlag = FLAGS.some((flag) => flag === field);
  return words.toHint[field] ?? (isFlag ? words.yesOrNo : '');
}

interface FieldChoiceProps<Field extends EditableField> {
  readonly among: readonly Field[];
  readonly value: Field;
  readonly onChoose: (field: Field) => void;
}

function FieldChoice<Field extends EditableField>({ among, value, onChoose }: FieldChoiceProps<Field>) {
  return (
    <label className="bulk-field">
      {words.field}
      <select
        className="select"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = among.find((field) => field === currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {among.map((field) => (
          <option key={field} value={field}>
            {words.fields[field]}
          </option>
        ))}
      </select>
    </label>
  );
}

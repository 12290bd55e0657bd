import { type ReactNode, useId } from 'react';
import type { EditableField } from '#shared/api/common.ts';
import { editableField } from '#shared/api/common.ts';
import { bulkMessages as words } from '../../ui/bulk-messages.ts';
import '../../ui/field.css';
import { RuleChoice } from './rule-choice.tsx';
import { type BulkDraft, FLAGS, TEXT_FIELDS } from './bulk-draft.ts';

interface BulkFieldsProps {
  readonly document: string;
  readonly draft: BulkDraft;
  readonly trouble: string | undefined;
  readonly onChange: (draft: Partial<BulkDraft>) => void;
}

/** What the chosen kind of work asks for; what is wrong stands below. */
export function BulkFields({ document, draft, trouble, onChange }: BulkFieldsProps) {
  const wrong = useId();
  const { kind } = draft;
  const text = (key: TextKey, placeholder = ''): ReactNode => (
    <TextInput
      label={words[key]}
      value={draft[key]}
      placeholder={placeholder}
      wrong={trouble === undefined ? undefined : wrong}
      onType={(typed) => onChange({ [key]: typed })}
    />
  );
  return (
    <>
      <div className="bulk-fields">
        <FieldOf draft={draft} onChange={onChange} />
        {kind === 'fix' && (
          <RuleChoice document={document} value={draft.rule} onChoose={(rule) => onChange({ rule })} />
        )}
        {kind === 'set' && text('to', hintOf(draft.set))}
        {kind === 'replace' && text('find')}
        {kind === 'replace' && text('with', draft.pattern ? words.withHint : '')}
        {kind === 'shift-expiry' && text('by', words.byHint)}
        {kind === 'cap-expiry' && text('within', words.byHint)}
      </div>
      {kind === 'replace' && (
        <div className="bulk-boxes">
          {(['pattern', 'anyCase'] as const).map((key) => (
            <label key={key} className="bulk-box">
              <input
                type="checkbox"
                className="checkbox"
                checked={draft[key]}
                onChange={({ currentTarget }) => onChange({ [key]: currentTarget.checked })}
              />
              {words[key]}
            </label>
          ))}
        </div>
      )}
      {trouble !== undefined && (
        <p className="bulk-trouble" id={wrong} role="alert">
          {trouble}
        </p>
      )}
    </>
  );
}

type TextKey = 'to' | 'find' | 'with' | 'by' | 'within';

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** The id of what says that it is wrong. */
  readonly wrong: string | undefined;
  readonly onType: (typed: string) => void;
}

function TextInput({ label, value, placeholder, wrong, onType }: TextInputProps) {
  return (
    <label className="bulk-field bulk-text">
      {label}
      <input
        className="input"
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
    </label>
  );
}

/** Which field the work is about, where that is not clear. */
function FieldOf({ draft, onChange }: Omit<BulkFieldsProps, 'document' | 'trouble'>) {
  switch (draft.kind) {
    case 'set':
      return (
        <FieldChoice among={editableField.options} value={draft.set} onChoose={(set) => onChange({ set })} />
      );
    case 'replace':
      return (
        <FieldChoice
          among={TEXT_FIELDS}
          value={draft.replace}
          onChoose={(replace) => onChange({ replace })}
        />
      );
    case 'toggle':
      return <FieldChoice among={FLAGS} value={draft.toggle} onChoose={(toggle) => onChange({ toggle })} />;
    case 'lower-case':
      return (
        <FieldChoice among={TEXT_FIELDS} value={draft.lower} onChoose={(lower) => onChange({ lower })} />
      );
    default:
      return null;
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

import type { KeyboardEvent } from 'react';
import { useFieldEdit } from '../../state/use-field-edit.ts';
import type { FieldOf } from '../../state/use-field-edit.ts';
import { messages } from '../../ui/messages.ts';

interface TypingProps {
  readonly label: string;
  readonly className: string;
  /** With room for several lines; Shift+Enter begins one. */
  readonly tall?: boolean;
  readonly placeholder?: string;
  /** Absent until there is something to type over. */
  readonly text: string | undefined;
  readonly error: string | undefined;
  readonly warning: string | undefined;
  readonly onType: (text: string) => void;
  /** Resolves to false when what was typed is refused. */
  readonly commit: () => Promise<boolean>;
  readonly cancel: () => void;
  readonly onLeave: () => void;
}

/** Text being typed: Enter or going elsewhere hands it in, unless it is refused, and Escape gives it up. */
export function Typing({
  label,
  className,
  tall = false,
  placeholder = '',
  text,
  error,
  warning,
  ...act
}: TypingProps) {
  const commit = (): void => void act.commit().then((done) => (done ? act.onLeave() : undefined));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !(tall && event.shiftKey)) commit();
    else if (event.key === 'Escape') {
      act.cancel();
      act.onLeave();
    } else return;
    event.preventDefault();
  };
  const note = error ?? warning;
  const Input = tall ? 'textarea' : 'input';
  return (
    <>
      <Input
        className={className}
        aria-label={label}
        aria-invalid={error !== undefined}
        autoFocus
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder}
        value={text ?? ''}
        readOnly={text === undefined}
        onChange={(event) => act.onType(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={commit}
      />
      {note !== undefined && (
        <p className={error === undefined ? 'field-note' : 'field-note field-note-error'} role="alert">
          {note}
        </p>
      )}
    </>
  );
}

interface FieldEditorProps extends Pick<TypingProps, 'className' | 'tall' | 'placeholder' | 'onLeave'> {
  readonly of: FieldOf;
}

/** Edits a field of an entry in place, as it is in the file. */
export function FieldEditor({ of, ...rest }: FieldEditorProps) {
  const { text, error, warnings, write, commit, cancel } = useFieldEdit(of);
  return (
    <Typing
      {...rest}
      label={messages.fields[of.field]}
      text={text}
      error={error}
      warning={warnings[0]}
      onType={write}
      commit={commit}
      cancel={cancel}
    />
  );
}

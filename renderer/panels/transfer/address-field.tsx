import { type ReactNode, useId } from 'react';
import '../../ui/field.css';

interface AddressFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  /** What is wrong with it, in words. */
  readonly trouble: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onSubmit: () => Promise<void>;
  readonly children?: ReactNode;
}

/** A field for an address in a dialog that asks for little else; Enter does what the dialog is for. */
export function AddressField(props: AddressFieldProps) {
  const { label, placeholder, value, trouble, onChange, onSubmit, children } = props;
  const id = useId();
  return (
    <form
      className="transfer-site"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="text"
        inputMode="url"
        spellCheck={false}
        autoFocus
        placeholder={placeholder}
        value={value}
        aria-invalid={trouble !== undefined}
        aria-describedby={`${id}-trouble`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p className="severity-error" role="alert" id={`${id}-trouble`}>
        {trouble}
      </p>
      {children}
    </form>
  );
}

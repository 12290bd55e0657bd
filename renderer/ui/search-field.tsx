import { Search } from 'lucide-react';
import './field.css';
import './search-field.css';

interface SearchFieldProps {
  /** What is looked for, in the empty field and for screen readers. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field that narrows what stands below it. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <div className="search-field">
      <Search size={14} aria-hidden />
      <input
        className="input"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

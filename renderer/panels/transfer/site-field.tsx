import { useEffect, useId } from 'react';
import { transferMessages as words } from '../../ui/transfer-messages.ts';
import '../../ui/field.css';

interface SiteFieldProps {
  /** The host that the headers around it name, to begin with. */
  readonly proposed: string | undefined;
  readonly site: string;
  readonly trouble: string | undefined;
  readonly onSite: (site: string) => void;
  readonly onSubmit: () => Promise<void>;
}

/** Where a Cookie header went: it does not say so itself. */
export function SiteField({ proposed, site, trouble, onSite, onSubmit }: SiteFieldProps) {
  const id = useId();
  useEffect(() => {
    if (proposed !== undefined && site === '') onSite(proposed);
    // What the person makes of the proposal is theirs: it is made once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [proposed]);
  return (
    <form
      className="transfer-site"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <label htmlFor={id}>{words.site}</label>
      <input
        id={id}
        className="input"
        type="text"
        inputMode="url"
        spellCheck={false}
        autoFocus
        placeholder={words.sitePlaceholder}
        value={site}
        aria-invalid={trouble !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => onSite(currentTarget.value)}
      />
      {trouble !== undefined && (
        <p className="severity-error" role="alert">
          {trouble}
        </p>
      )}
      <p className="muted" id={`${id}-hint`}>
        {words.headerText}
      </p>
    </form>
  );
}

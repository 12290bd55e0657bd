import { useEffect } from 'react';
import { transferMessages as words } from '../../ui/transfer-messages.ts';
import { AddressField } from './address-field.tsx';

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
  useEffect(() => {
    if (proposed !== undefined && site === '') onSite(proposed);
    // What the person makes of the proposal is theirs: it is made once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [proposed]);
  return (
    <AddressField
      label={words.site}
      placeholder={words.sitePlaceholder}
      value={site}
      trouble={trouble}
      onChange={onSite}
      onSubmit={onSubmit}
    >
      <p className="muted">{words.headerText}</p>
    </AddressField>
  );
}

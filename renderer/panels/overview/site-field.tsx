import type { NamedSite } from '../../state/use-parties.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import '../../ui/field.css';

/** Where a person names a site; what is wrong with it stands below. */
export function SiteField({ named, label }: { readonly named: NamedSite; readonly label: string }) {
  return (
    <>
      <input
        className="input site-input"
        aria-label={label}
        aria-invalid={named.wrong}
        placeholder={overviewMessages.partiesPlaceholder}
        spellCheck={false}
        maxLength={8192}
        value={named.text}
        onChange={({ target }) => named.write(target.value)}
      />
      {named.wrong && (
        <p className="field-trouble severity-error" role="alert">
          {overviewMessages.notASite}
        </p>
      )}
    </>
  );
}

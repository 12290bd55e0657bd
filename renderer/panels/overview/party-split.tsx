import { useState } from 'react';
import { keepSite, siteOf } from '../../state/overview-site.ts';
import { useSettledAnswer } from '../../state/use-settled-answer.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { MarkTable } from './mark-table.tsx';
import { Picture } from './picture.tsx';
import { TwoParts } from './two-parts.tsx';

/** What is first-party on a site that the person names, and what is third-party. */
export function PartySplit({ document, version }: { readonly document: string; readonly version: string }) {
  const [text, setText] = useState(() => siteOf(document));
  const named = text.trim() !== '';
  const params = named ? { document, site: text } : undefined;
  const { answer } = useSettledAnswer('overview.parties', { params, version, troubles: [] });
  const parties = answer?.parties;
  const wrong = answer !== undefined && parties === undefined;
  const parts = parties && ([parties.first, parties.third] as const);
  return (
    <Picture
      title={overviewMessages.parties}
      hint={overviewMessages.partiesHint}
      table={
        <MarkTable
          document={document}
          caption={overviewMessages.parties}
          head={overviewMessages.party}
          marks={parts ?? []}
        />
      }
    >
      <input
        className="input party-site"
        aria-label={overviewMessages.partiesField}
        aria-invalid={wrong}
        placeholder={overviewMessages.partiesPlaceholder}
        spellCheck={false}
        maxLength={8192}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          keepSite(document, target.value);
        }}
      />
      {wrong && (
        <p className="severity-error picture-hint" role="alert">
          {overviewMessages.notASite}
        </p>
      )}
      {parts !== undefined && <TwoParts document={document} parts={parts} />}
    </Picture>
  );
}

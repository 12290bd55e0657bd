import { useParties } from '../../state/use-parties.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { Picture } from './picture.tsx';
import { SiteField } from './site-field.tsx';
import { TwoParts } from './two-parts.tsx';

/** What is first-party on a site that the person names, and what is third-party. */
export function PartySplit({ document, version }: { readonly document: string; readonly version: string }) {
  const named = useParties(document, version);
  const { parties } = named;
  const parts = parties && ([parties.first, parties.third] as const);
  return (
    <Picture
      title={overviewMessages.parties}
      hint={overviewMessages.partiesHint}
      document={document}
      head={overviewMessages.party}
      marks={parts ?? []}
    >
      <SiteField named={named} label={overviewMessages.partiesField} />
      {parts !== undefined && <TwoParts document={document} parts={parts} />}
    </Picture>
  );
}

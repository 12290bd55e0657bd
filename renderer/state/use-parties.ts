import { useState } from 'react';
import type { Parties } from '#shared/api/overview.ts';
import { keepSite, siteOf } from './overview-site.ts';
import { useSettledAnswer } from './use-settled-answer.ts';

/** The site that a person named for a document, and what follows from it. */
export interface NamedSite {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly parties?: Parties;
  /** The text names no site. */
  readonly wrong: boolean;
}

/** What is typed as the site of a document is kept as long as it is open. */
export function useParties(document: string, version: string): NamedSite {
  const [text, setText] = useState(() => siteOf(document));
  const params = text.trim() === '' ? undefined : { document, site: text };
  const { answer } = useSettledAnswer('overview.parties', { params, version, troubles: [] });
  const write = (typed: string): void => {
    setText(typed);
    keepSite(document, typed);
  };
  return {
    text,
    write,
    ...(answer?.parties && { parties: answer.parties }),
    wrong: answer !== undefined && answer.parties === undefined,
  };
}

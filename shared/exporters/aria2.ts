import { opensWithEntries } from './evidence.ts';
import type { Exporter } from './exporter.ts';
import { httpOnlyLost, noHeader } from './file-damages.ts';
import { isCanonicalEntry, standsByDomain } from './plain-entries.ts';

export const aria2: Exporter = {
  id: 'aria2',
  title: 'aria2',
  source: 'aria2 1.36, measured; src/CookieStorage.cc',
  recognise: (facts) => {
    const { tally, document, sample } = facts;
    if (!opensWithEntries(facts) || document.unparsed > 0 || !document.finalNewline) return undefined;
    if (document.lineEnds.crLf > 0 || tally.contradicting + tally.httpOnly > 0) return undefined;
    if (!sample.every(isCanonicalEntry) || !standsByDomain(sample)) return undefined;
    return {
      confidence: 'possible',
      evidence: [
        'There is no header line, no comment and no HttpOnly mark, and all else is in order.',
        'The cookies of each domain stand together, as aria2 writes them.',
      ],
    };
  },
  damage: [noHeader, httpOnlyLost],
};

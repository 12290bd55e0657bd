import { expiryFractions } from './entry-damages.ts';
import type { Exporter } from './exporter.ts';
import { httpOnlyLost } from './file-damages.ts';
import { opensLikeAnExtension } from './generated-file.ts';

export const cookiesTxt: Exporter = {
  id: 'cookies-txt',
  title: 'cookies.txt for Firefox',
  source: 'cookies-txt by hrdl; pull request 31, issue 3',
  recognise: (facts) => {
    const fractions = facts.count('expiry-fraction') > 0;
    if (!opensLikeAnExtension(facts) || (!fractions && facts.tally.httpOnly === 0)) return undefined;
    return {
      confidence: 'likely',
      evidence: [
        'The three lines at the top are those that it writes, one blank before “Do not edit” included.',
        fractions
          ? 'Expiries have fractions of seconds, as Firefox 142 and later give them.'
          : 'HttpOnly cookies are marked, as it did until December 2023.',
      ],
    };
  },
  damage: [expiryFractions, httpOnlyLost],
};

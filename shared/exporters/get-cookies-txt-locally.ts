import type { Exporter } from './exporter.ts';
import { httpOnlyLost } from './file-damages.ts';
import { opensLikeAnExtension } from './generated-file.ts';

export const getCookiesTxtLocally: Exporter = {
  id: 'get-cookies-txt-locally',
  title: 'Get cookies.txt LOCALLY',
  source: 'Get cookies.txt LOCALLY by kairi003, source of its export',
  recognise: (facts) => {
    if (!opensLikeAnExtension(facts) || facts.tally.httpOnly > 0) return undefined;
    if (facts.count('expiry-fraction') + facts.count('size-column') > 0) return undefined;
    return {
      confidence: 'likely',
      evidence: [
        'The three lines at the top are those that it writes, one blank before “Do not edit” included.',
        'Expiries are whole seconds; the Firefox add-on cookies.txt writes the same lines and, until September 2025, fractions.',
      ],
    };
  },
  damage: [httpOnlyLost],
};

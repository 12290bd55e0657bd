import { sessionEmpty, sizeColumnAdded } from './entry-damages.ts';
import { namesAProgram } from './evidence.ts';
import type { Exporter } from './exporter.ts';
import { httpOnlyLost } from './file-damages.ts';

export const getCookiesTxt: Exporter = {
  id: 'get-cookies-txt',
  title: 'Get cookies.txt (the removed extension)',
  source: 'Get cookies.txt for Chrome, early 2023; gallery-dl issue 3705',
  recognise: (facts) => {
    const lines = facts.count('size-column');
    // "This is a generated file!" is what it wrote itself.
    if (lines === 0 || namesAProgram(facts)) return undefined;
    // Lines of other programs may have been added; most of the file is its own.
    if (facts.tally.entries > lines) return undefined;
    return {
      confidence: 'likely',
      evidence: [
        `Behind the value stands its size, in an eighth column, on ${lines === 1 ? 'a line' : `${lines.toLocaleString('en')} lines`}; no other program writes one.`,
      ],
    };
  },
  damage: [sizeColumnAdded, sessionEmpty, httpOnlyLost],
};

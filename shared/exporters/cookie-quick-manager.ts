import { expiryFractions, flagInverted, lowerCaseBooleans } from './entry-damages.ts';
import { allEntries, opensWithEntries } from './evidence.ts';
import type { Exporter } from './exporter.ts';
import { httpOnlyLost, noFinalNewline, noHeader } from './file-damages.ts';

const isLower = (text: string): boolean => text === 'true' || text === 'false';

export const cookieQuickManager: Exporter = {
  id: 'cookie-quick-manager',
  title: 'Cookie Quick Manager',
  source: 'Cookie Quick Manager for Firefox; issues 96 and 184, yt-dlp issue 12467',
  recognise: (facts) => {
    const { sample, tally } = facts;
    if (!opensWithEntries(facts) || facts.count('flag-not-true-or-false') !== tally.entries) return undefined;
    if (!sample.every(({ flag, secure }) => isLower(flag) && isLower(secure))) return undefined;
    const inverted = tally.contradicting === tally.entries;
    if (!inverted && tally.contradicting > 0) return undefined;
    const all = allEntries(tally.entries);
    return {
      confidence: 'likely',
      evidence: [
        'There is no header line.',
        `“true” and “false” are in lower case in ${all}.`,
        ...(inverted ? [`The flag contradicts the leading full stop in ${all}.`] : []),
      ],
    };
  },
  damage: [noHeader, flagInverted, lowerCaseBooleans, expiryFractions, noFinalNewline, httpOnlyLost],
};

import { expiryFractions, flagInverted, lowerCaseBooleans } from './entry-damages.ts';
import { allEntries, namesAProgram, opensWithEntries } from './evidence.ts';
import type { Exporter } from './exporter.ts';
import { noFinalNewline, noHeader } from './file-damages.ts';
import { cookieQuickManager } from './cookie-quick-manager.ts';

/**
 * Some program that inverts the flag: every line says so. Domains with a full stop and hosts without must both be
 * there; of one kind alone other mistakes are as likely (Lynx drops the full stop, wget2 adds one).
 */
export const unnamedInverter: Exporter = {
  id: 'unnamed-inverter',
  title: 'an unnamed exporter',
  source: 'Cookie Quick Manager and milk-cookie-manager do so, and scripts that copy "hostOnly" from JSON',
  recognise: (facts) => {
    if (facts.count('domain-flag-mismatch') === 0) return undefined;
    const { tally } = facts;
    if (namesAProgram(facts) || tally.contradicting < tally.entries) return undefined;
    if (tally.dotted === 0 || tally.dotted === tally.entries) return undefined;
    if (opensWithEntries(facts) && cookieQuickManager.recognise(facts) !== undefined) return undefined;
    return {
      confidence: 'likely',
      evidence: [
        `The flag contradicts the leading full stop in ${allEntries(tally.entries)}, with domains and single hosts among them.`,
      ],
    };
  },
  damage: [noHeader, flagInverted, lowerCaseBooleans, expiryFractions, noFinalNewline],
};

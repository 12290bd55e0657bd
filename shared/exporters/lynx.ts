import { dotDropped } from './entry-damages.ts';
import { opensWithEntries } from './evidence.ts';
import type { Exporter } from './exporter.ts';
import { httpOnlyLost, noHeader, sessionsLeftOut } from './file-damages.ts';
import { isCanonicalEntry } from './plain-entries.ts';

export const lynx: Exporter = {
  id: 'lynx',
  title: 'Lynx',
  source: 'lynx 2.9.0dev.12, measured',
  recognise: (facts) => {
    const { tally, document, sample } = facts;
    if (!opensWithEntries(facts) || document.unparsed > 0 || !document.finalNewline) return undefined;
    if (tally.dotted + tally.httpOnly + tally.session > 0) return undefined;
    // Cookies of one host beside them tell a writer that drops dots from one that inverts flags.
    if (tally.subdomains === 0 || tally.subdomains === tally.entries) return undefined;
    if (!sample.every(isCanonicalEntry)) return undefined;
    return {
      confidence: 'possible',
      evidence: [
        'There is no header line, no leading full stop and no session cookie.',
        'Domains have TRUE without the full stop, as Lynx writes them.',
      ],
    };
  },
  damage: [noHeader, dotDropped, httpOnlyLost, sessionsLeftOut],
};

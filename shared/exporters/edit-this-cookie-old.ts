import { hasOldHabits, NAMED } from './edit-this-cookie.ts';
import { blanksForTabs, expiryFractions, flagWrong, sessionEmpty } from './entry-damages.ts';
import { saidAtTop } from './evidence.ts';
import type { Exporter } from './exporter.ts';
import { httpOnlyLost, noFinalNewline } from './file-damages.ts';

export const editThisCookieOld: Exporter = {
  id: 'edit-this-cookie-old',
  title: 'EditThisCookie (an old release)',
  source: 'EditThisCookie, issues 99 and 316',
  recognise: (facts) => {
    const said = hasOldHabits(facts) ? saidAtTop(facts, NAMED) : undefined;
    return (
      said && {
        ...said,
        evidence: [
          ...said.evidence,
          'Flags, expiries or columns are wrong as they were in releases before 2024.',
        ],
      }
    );
  },
  damage: [flagWrong, expiryFractions, sessionEmpty, blanksForTabs, noFinalNewline, httpOnlyLost],
};

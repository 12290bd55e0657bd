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
    const said = saidAtTop(facts, NAMED);
    if (said === undefined || !hasOldHabits(facts)) return undefined;
    const habits = 'Flags, expiries or columns are wrong as they were in releases before 2024.';
    return { ...said, evidence: [...said.evidence, habits] };
  },
  damage: [flagWrong, expiryFractions, sessionEmpty, blanksForTabs, noFinalNewline, httpOnlyLost],
};

import * as v from 'valibot';
import { removeLines } from '../../edits/edits.ts';
import { partedBySite, sites, SITES_FIELD } from '../sites.ts';
import { stepKind } from '../step-kind.ts';

/** The entries of some sites go. */
export const dropSites = stepKind({
  id: 'drop-sites',
  schema: v.strictObject({ do: v.literal('drop-sites'), sites }),
  title: 'Drop sites',
  field: SITES_FIELD,
  describe: (step) => `Drop the cookies of ${step.sites.join(', ')}`,
  *run(document, step, { now }) {
    const { inside } = yield* partedBySite(document, step.sites);
    return yield* removeLines(document, { ids: inside, now });
  },
});

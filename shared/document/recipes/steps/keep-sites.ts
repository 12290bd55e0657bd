import * as v from 'valibot';
import { removeLines } from '../../edits/edits.ts';
import { partedBySite, sites, SITES_FIELD } from '../sites.ts';
import { stepKind } from '../step-kind.ts';

/** The entries of all but some sites go. */
export const keepSites = stepKind({
  id: 'keep-sites',
  schema: v.strictObject({ do: v.literal('keep-sites'), sites }),
  title: 'Keep only sites',
  field: SITES_FIELD,
  describe: (step) => `Keep the cookies of ${step.sites.join(', ')} alone`,
  *run(document, step, { now }) {
    const { outside } = yield* partedBySite(document, step.sites);
    return yield* removeLines(document, { ids: outside, now });
  },
});

import * as v from 'valibot';
import { removeLines } from '../../edits/edits.ts';
import { entriesByPurpose, PURPOSES_FIELD, purposes } from '../purposes.ts';
import { stepKind } from '../step-kind.ts';

/** The entries whose names are not known for some purposes go. */
export const keepPurposes = stepKind({
  id: 'keep-purposes',
  schema: v.strictObject({ do: v.literal('keep-purposes'), purposes }),
  title: 'Keep by purpose',
  field: PURPOSES_FIELD,
  describe: (step) => `Keep cookies that are probably for ${step.purposes.join(', ')} alone`,
  *run(document, step, { now }) {
    return yield* removeLines(document, { ids: yield* entriesByPurpose(document, step.purposes, true), now });
  },
});

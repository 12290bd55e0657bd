import * as v from 'valibot';
import { removeLines } from '../../edits/edits.ts';
import { entriesByPurpose, PURPOSES_FIELD, purposes } from '../purposes.ts';
import { stepKind } from '../step-kind.ts';

/** The entries whose names are known for some purposes go. */
export const dropPurposes = stepKind({
  id: 'drop-purposes',
  schema: v.strictObject({ do: v.literal('drop-purposes'), purposes }),
  title: 'Drop by purpose',
  field: PURPOSES_FIELD,
  describe: (step) => `Drop cookies that are probably for ${step.purposes.join(', ')}`,
  *run(document, step, { now }) {
    return yield* removeLines(document, { ids: yield* entriesByPurpose(document, step.purposes), now });
  },
});

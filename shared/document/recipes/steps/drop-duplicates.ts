import * as v from 'valibot';
import { fixRule } from '../../edits/edits.ts';
import { stepKind } from '../step-kind.ts';

/** Of several lines for one cookie only the last stays, which is the one that clients keep. */
export const dropDuplicates = stepKind({
  id: 'drop-duplicates',
  schema: v.strictObject({ do: v.literal('drop-duplicates') }),
  title: 'Drop duplicates',
  describe: () => 'Drop duplicates, keeping the last of each',
  run: (document, _, { now }) => fixRule(document, { rule: 'duplicate-identity', now }),
});

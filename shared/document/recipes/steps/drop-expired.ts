import * as v from 'valibot';
import { removeExpired } from '../../edits/edits.ts';
import { stepKind } from '../step-kind.ts';

/** Entries whose time has passed go. */
export const dropExpired = stepKind({
  id: 'drop-expired',
  schema: v.strictObject({ do: v.literal('drop-expired') }),
  title: 'Drop expired cookies',
  describe: () => 'Drop expired cookies',
  run: (document, _, { now }) => removeExpired(document, now),
});

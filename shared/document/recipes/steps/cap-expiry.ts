import * as v from 'valibot';
import { bulkEdit } from '../../bulk/commit-bulk.ts';
import { parseDuration } from '../../moment.ts';
import { stepKind } from '../step-kind.ts';

const within = v.pipe(
  v.string(),
  v.check(
    (text) => parseDuration(text) !== undefined,
    'must be a length of time such as 30d, 2 weeks, 6mo or 1y.',
  ),
);

/** No entry lives longer than so long from now; sessions stay sessions. */
export const capExpiry = stepKind({
  id: 'cap-expiry',
  schema: v.strictObject({ do: v.literal('cap-expiry'), within }),
  title: 'Cap the expiry',
  field: { name: 'within', label: 'At most', list: false, hint: '90d' },
  describe: (step) => `Let no cookie live longer than ${step.within.trim()} from now`,
  run: (document, step, { now }) =>
    bulkEdit(document, {
      ids: document.lines.ids(),
      operation: { do: 'cap-expiry', within: step.within },
      onCollision: 'keep',
      now,
    }),
});

import * as v from 'valibot';
import { bulkEdit } from '../../bulk/commit-bulk.ts';
import { span } from '../../bulk/operation.ts';
import { stepKind } from '../step-kind.ts';

/** No entry lives longer than so long from now; sessions stay sessions. */
export const capExpiry = stepKind({
  id: 'cap-expiry',
  schema: v.strictObject({ do: v.literal('cap-expiry'), within: span }),
  title: 'Cap the expiry',
  field: { name: 'within', label: 'At most', list: false, hint: '90d' },
  describe: ({ within }) => `Let no cookie live longer than ${within.trim()} from now`,
  run: (document, { within }, { now }) =>
    bulkEdit(document, {
      ids: document.lines.ids(),
      operation: { do: 'cap-expiry', within },
      onCollision: 'keep',
      now,
    }),
});

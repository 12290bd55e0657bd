import * as v from 'valibot';
import { bulkEdit } from '../../bulk/commit-bulk.ts';
import { bulkOperation, operationText, type BulkOperation } from '../../bulk/operation.ts';
import { replacerOf } from '../../bulk/replace-text.ts';
import { entriesByQuery, queryText } from '../query-text.ts';
import { stepKind } from '../step-kind.ts';

/** A recipe is run again and again: an operation must come to an end with it. */
function isRepeatable(operation: BulkOperation): boolean {
  switch (operation.do) {
    case 'set':
    case 'cap-expiry':
    case 'lower-case':
    case 'fix':
      return true;
    case 'toggle':
    case 'shift-expiry':
      return false;
    case 'replace': {
      if (operation.pattern === true && operation.with.includes('$')) return false;
      const replaced = replacerOf(operation);
      return 'refused' in replaced || replaced(operation.with) === operation.with;
    }
  }
}

/** One operation on all entries, or on those that a query finds. */
export const bulk = stepKind({
  id: 'bulk',
  schema: v.strictObject({
    do: v.literal('bulk'),
    operation: v.pipe(
      bulkOperation,
      v.check(isRepeatable, 'would change more each time that the recipe is run.'),
    ),
    query: v.optional(queryText),
    onCollision: v.optional(v.picklist(['keep', 'skip', 'merge'], 'is none of keep, skip, merge.')),
  }),
  title: 'Change a field',
  field: {
    name: 'query',
    label: 'Of what this finds',
    list: false,
    hint: 'site:example.com',
    empty: 'All cookies',
  },
  describe: ({ operation, query }) =>
    `${operationText(operation)} of ${query === undefined ? 'all cookies' : `what “${query}” finds`}`,
  *run(document, { operation, query, onCollision = 'skip' }, { now }) {
    const ids = query === undefined ? document.lines.ids() : yield* entriesByQuery(document, query);
    return yield* bulkEdit(document, { ids, operation, onCollision, now });
  },
});

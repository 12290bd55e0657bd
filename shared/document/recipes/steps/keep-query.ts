import * as v from 'valibot';
import { removeLines } from '../../edits/edits.ts';
import { entriesByQuery, QUERY_FIELD, queryText } from '../query-text.ts';
import { stepKind } from '../step-kind.ts';

/** The entries that a query does not find go. */
export const keepQuery = stepKind({
  id: 'keep-query',
  schema: v.strictObject({ do: v.literal('keep-query'), query: queryText }),
  title: 'Keep by query',
  field: QUERY_FIELD,
  describe: (step) => `Keep what “${step.query}” finds alone`,
  *run(document, step, { now }) {
    return yield* removeLines(document, { ids: yield* entriesByQuery(document, step.query, true), now });
  },
});

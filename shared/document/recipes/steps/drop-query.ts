import * as v from 'valibot';
import { removeLines } from '../../edits/edits.ts';
import { entriesByQuery, QUERY_FIELD, queryText } from '../query-text.ts';
import { stepKind } from '../step-kind.ts';

/** The entries that a query finds go. */
export const dropQuery = stepKind({
  id: 'drop-query',
  schema: v.strictObject({ do: v.literal('drop-query'), query: queryText }),
  title: 'Drop by query',
  field: QUERY_FIELD,
  describe: (step) => `Drop what “${step.query}” finds`,
  *run(document, step, { now }) {
    return yield* removeLines(document, { ids: yield* entriesByQuery(document, step.query), now });
  },
});

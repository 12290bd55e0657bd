import * as v from 'valibot';
import type { Progress } from '../../table/progress.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { eachLine } from '../edits/edit-work.ts';
import { evaluateQuery } from '../query/evaluate-query.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { Query } from '../query/query.ts';

/** A query as the query line takes it; an empty one would mean everything and is refused. */
export const queryText = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    if (dataset.value.trim() === '') {
      addIssue({ message: 'needs a query.' });
      return;
    }
    const { query, error } = parseQuery(dataset.value);
    if (error !== undefined) addIssue({ message: `cannot be read at ${error.from + 1}: ${error.message}` });
    else if (asksForEdits(query)) {
      addIssue({ message: 'asks for what is not saved yet: a recipe goes by what is in the file.' });
    }
  }),
);

/** While a recipe runs, its own steps are what is not saved. */
function asksForEdits(query: Query): boolean {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.terms.some(asksForEdits);
    case 'not':
      return asksForEdits(query.term);
    case 'leaf':
      return query.leaf.kind === 'line' && ['edited', 'added', 'external'].includes(query.leaf.word);
  }
}

/** What a step says of its query. */
export const QUERY_FIELD = {
  name: 'query',
  label: 'Query',
  list: false,
  hint: 'expires<7d -httponly',
} as const;

/** The entries that a query finds, or with `others` those that it does not. */
export function* entriesByQuery(
  document: CookieDocument,
  text: string,
  others = false,
): Generator<Progress, readonly number[]> {
  const { table, lines } = document;
  const found = new Set(yield* evaluateQuery(document, parseQuery(text).query));
  const ids: number[] = [];
  yield* eachLine(lines.ids(), (id) => {
    const isEntry = ((table.columns.flags[lines.row(id)] ?? Kind.blank) & KIND_MASK) === Kind.entry;
    if (isEntry && found.has(id) !== others) ids.push(id);
  });
  return ids;
}

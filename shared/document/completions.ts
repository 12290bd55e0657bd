import { CLIENTS } from '../clients/registry.ts';
import type { Progress } from '../table/progress.ts';
import type { CookieDocument } from './cookie-document.ts';
import { everything } from './everything.ts';
import { facets } from './facets.ts';
import { completeQuery, typedAt, type Completions, type KnownTerm } from './query/complete-query.ts';
import { CLIENT_WORDS } from './query/query.ts';

const CLIENT_TERMS: readonly KnownTerm[] = CLIENT_WORDS.flatMap((word) =>
  CLIENTS.map(({ id, title }) => ({ term: `${word}:${id}`, label: title })),
);

/** How a query could go on at the cursor, with the sites, problems and programs that lines of the document know. */
export function* completions(
  document: CookieDocument,
  query: string,
  cursor: number,
): Generator<Progress, Completions> {
  const typed = typedAt(query, cursor);
  if (typed === undefined) return completeQuery(query, cursor, []);
  const all = yield* everything(document);
  const { sites, problems } = yield* facets(all, { siteSearch: typed.text, siteLimit: 20 });
  return completeQuery(query, cursor, [...sites.values, ...problems, ...CLIENT_TERMS]);
}

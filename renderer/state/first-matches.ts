import type { Row } from '#shared/api/view.ts';
import type { DocumentView, EarlyRows } from './app-store.ts';
import { call } from './engine.ts';

/** With fewer lines the whole answer comes as quickly. */
const LARGE = 100_000;
/** More than a screen shows, and what the grid asks for at a time. */
export const FIRST_ROWS = 100;

/** The first rows of a query that is about to be asked, in the order of the file; none of a document that is not large. */
export async function firstMatches({ info, query, sort }: DocumentView): Promise<readonly Row[]> {
  if (info.total < LARGE || sort.length > 0) return [];
  // What is wrong with the query is said by its answer.
  const answer = await call('view.first', { view: info.id, query, limit: FIRST_ROWS }).catch(() => undefined);
  return answer?.rows ?? [];
}

/** What is known of the first rows of a view before they are asked for. */
export function earlyRows({ early, generation }: DocumentView): EarlyRows | undefined {
  return early?.generation === generation ? early : undefined;
}

/** Does a view show values? Then rows without them are not what it wants. */
export function reveals({ revealed, revealAll }: DocumentView): boolean {
  return revealAll || revealed.size > 0;
}

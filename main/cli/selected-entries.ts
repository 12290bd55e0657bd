import { AppError } from '#shared/api/app-error.ts';
import type { Sort } from '#shared/api/view.ts';
import { finish } from '#shared/table/progress.ts';
import { View } from '#shared/document/view.ts';
import { type DocumentEntry, entriesOf } from '#shared/document/cookies-of.ts';
import type { OpenDocument } from '../documents/open-document.ts';

/** The entries that a query finds, in the order asked for; all without a query. One that cannot be read is `query-invalid`. */
export function selectedEntries(
  document: OpenDocument,
  query = '',
  sort: Sort = [],
): Generator<DocumentEntry> {
  if (query.trim() === '' && sort.length === 0) return entriesOf(document.cookies);
  const view = new View(document.cookies);
  finish(view.query(query, sort));
  if (view.error !== undefined) {
    const { message, from, to } = view.error;
    throw new AppError('query-invalid', { message, from, to });
  }
  return entriesOf(document.cookies, view.matchedIds());
}

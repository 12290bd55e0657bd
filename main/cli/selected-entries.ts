import { AppError } from '#shared/api/app-error.ts';
import { finish } from '#shared/table/progress.ts';
import { View } from '#shared/document/view.ts';
import { type DocumentEntry, entriesOf } from '#shared/document/cookies-of.ts';
import type { OpenDocument } from '../documents/open-document.ts';

/** The entries that a query finds, in document order; all without one. A query that cannot be read is `query-invalid`. */
export function selectedEntries(document: OpenDocument, query: string | undefined): Generator<DocumentEntry> {
  if (query === undefined || query.trim() === '') return entriesOf(document.cookies);
  const view = new View(document.cookies);
  finish(view.query(query, []));
  if (view.error !== undefined) {
    const { message, from, to } = view.error;
    throw new AppError('query-invalid', { message, from, to });
  }
  return entriesOf(document.cookies, view.matchedIds());
}

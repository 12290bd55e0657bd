import { AppError } from '#shared/api/app-error.ts';
import { entryDetail } from '#shared/document/entry-detail.ts';
import { copied } from '../documents/copying.ts';
import { withoutOverruled } from './findings-handlers.ts';
import type { HandlersOf } from './handler.ts';

/** One line in full, and copying. */
export const entryHandlers: HandlersOf<'entry'> = {
  'entry.get': ({ service }, { document, id, reveal = false }) => {
    const open = service.get(document);
    const detail = entryDetail(open.cookies, { id, reveal });
    if (detail === undefined) throw new AppError('entry-not-found');
    return { ...detail, findings: withoutOverruled(open, detail.findings), version: open.version };
  },
  'entry.copyText': ({ service }, request) => copied(service, request),
};

import { AppError } from '#shared/api/app-error.ts';
import { addressFor, type DisposableCopies } from '../documents/disposable-copies.ts';
import type { DocumentService } from '../documents/document-service.ts';
import { targetIds } from '../documents/targets.ts';
import type { HandlersOf } from './handler.ts';

/** Throw-away copies for one run of a program. */
export const runCopyHandlers: HandlersOf<'runCopy'> = {
  'runCopy.make': async ({ service }, { document, program, url, target }) => {
    const open = service.get(document);
    const ids = target && (await targetIds(service, open, target));
    return copiesOf(service).make(open, { program, url, ids });
  },
  'runCopy.address': ({ service }, { document }) => {
    const url = addressFor(service.get(document), service.now);
    return url === undefined ? {} : { url };
  },
  'runCopy.list': ({ service }, { document }) => ({
    copies: copiesOf(service).list(service.get(document)),
  }),
  'runCopy.look': ({ service }, { copy }) => copiesOf(service).look(copy),
  'runCopy.take': async ({ service }, { copy, dropped }) =>
    (await copiesOf(service).take(copy, dropped)).info,
  'runCopy.discard': async ({ service }, { copy }) => {
    await copiesOf(service).discard(copy);
    return {};
  },
};

function copiesOf({ copies }: DocumentService): DisposableCopies {
  if (copies === undefined) throw new AppError('copy-unknown');
  return copies;
}

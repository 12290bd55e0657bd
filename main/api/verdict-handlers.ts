import { AppError } from '#shared/api/app-error.ts';
import { CLIENTS } from '#shared/clients/registry.ts';
import { fileVerdicts, lineVerdicts } from '#shared/document/verdicts/describe-verdicts.ts';
import { previewRequest } from '#shared/document/verdicts/request-preview.ts';
import { chosenClients } from '../documents/chosen-clients.ts';
import type { HandlersOf } from './handler.ts';

/** What other programs make of a document. */
export const verdictHandlers: HandlersOf<'verdict'> = {
  'verdict.clients': () =>
    CLIENTS.map(({ id, title, versions, limits }) => ({
      id,
      title,
      versions: versions.map((version) => ({ ...version })),
      limits: [...limits],
    })),
  'verdict.file': ({ service }, { document, clients }) => {
    const open = service.get(document);
    const chosen = chosenClients(clients);
    return open.run({ label: 'Asking clients' }, (task) => task.slices(fileVerdicts(open.cookies, chosen)));
  },
  'verdict.line': ({ service }, { document, id, clients }) => {
    const open = service.get(document);
    if (open.cookies.lines.place(id) === 0) throw new AppError('entry-not-found');
    const chosen = chosenClients(clients);
    return open.run({ label: 'Asking clients' }, (task) =>
      task.slices(lineVerdicts(open.cookies, id, chosen)),
    );
  },
  'verdict.request': async ({ service }, { document, clients, url, method, initiator, reveal = false }) => {
    const open = service.get(document);
    const chosen = chosenClients(clients);
    const question = {
      url,
      reveal,
      ...(method !== undefined && { method }),
      ...(initiator !== undefined && { initiator }),
    };
    const answer = await open.run({ label: 'Asking clients' }, (task) =>
      task.slices(previewRequest(open.cookies, question, chosen)),
    );
    if ('refused' in answer) throw new AppError('address-unusable', { why: answer.refused });
    return answer;
  },
};

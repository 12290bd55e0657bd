import { AppError } from '#shared/api/app-error.ts';
import type { FileVerdict, KnownClient } from '#shared/api/verdict.ts';
import type { Client } from '#shared/clients/client.ts';
import { isStandard, RECEIVERS } from '#shared/clients/receivers.ts';
import { CLIENTS } from '#shared/clients/registry.ts';
import { clientFacet } from '#shared/document/verdicts/client-facet.ts';
import { fileVerdicts, lineVerdicts, outcomesOf } from '#shared/document/verdicts/describe-verdicts.ts';
import { previewRequest } from '#shared/document/verdicts/request-preview.ts';
import { knownClients, knownSenders } from '../documents/chosen-clients.ts';
import type { HandlersOf } from './handler.ts';

/** What other programs make of a document. */
export const verdictHandlers: HandlersOf<'verdict'> = {
  'verdict.clients': () => [
    ...CLIENTS.map((client) => known(client, 'program')),
    ...RECEIVERS.map((receiver) => known(receiver, isStandard(receiver) ? 'standard' : 'browser')),
  ],
  'verdict.file': async ({ service }, { document, clients }) => {
    const open = service.get(document);
    const verdicts: FileVerdict[] = [];
    // A task for each: edits need not wait for more than one program.
    for (const chosen of knownClients(clients)) {
      verdicts.push(
        ...(await open.run({ label: 'Asking clients' }, (task) =>
          task.slices(fileVerdicts(open.cookies, [chosen])),
        )),
      );
    }
    return verdicts;
  },
  'verdict.line': ({ service }, { document, id, clients }) => {
    const open = service.get(document);
    if (open.cookies.lines.place(id) === 0) throw new AppError('entry-not-found');
    const chosen = knownClients(clients);
    return open.run({ label: 'Asking clients' }, (task) =>
      task.slices(lineVerdicts(open.cookies, id, chosen)),
    );
  },
  'verdict.outcomes': async ({ service }, { document, ids, clients }) => {
    const open = service.get(document);
    const chosen = knownClients(clients);
    const there = ids.filter((id) => open.cookies.lines.place(id) !== 0);
    const outcomes = await open.run({ label: 'Asking clients' }, (task) =>
      task.slices(outcomesOf(open.cookies, there, chosen)),
    );
    const byId = new Map(there.map((id, at) => [id, outcomes[at] ?? []]));
    return { outcomes: ids.map((id) => byId.get(id) ?? []) };
  },
  'verdict.facet': async ({ service }, { view, clients }) => {
    const asked = service.view(view);
    const chosen = knownClients(clients);
    const current = await asked.current();
    return asked.document.run({ label: 'Asking clients' }, (task) =>
      task.slices(clientFacet(current, chosen)),
    );
  },
  'verdict.request': async ({ service }, { document, clients, url, method, initiator, reveal = false }) => {
    const open = service.get(document);
    const chosen = knownSenders(clients);
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

function known(
  { id, title, versions, limits }: Pick<Client, 'id' | 'title' | 'versions' | 'limits'>,
  kind: KnownClient['kind'],
): KnownClient {
  return { id, title, kind, versions: versions.map((version) => ({ ...version })), limits: [...limits] };
}

import { AppError } from '#shared/api/app-error.ts';
import { ORIGINS } from '#shared/clients/initiators.ts';
import { RECEIVERS } from '#shared/clients/receivers.ts';
import { previewRequest } from '#shared/document/verdicts/request-preview.ts';
import { finish } from '#shared/table/progress.ts';
import { chosenSenders, usualClients } from '../../documents/chosen-clients.ts';
import { type Command, oneOf } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openInput } from '../inputs.ts';
import { safeJson } from '../plain-text.ts';
import { requestJson, requestText } from '../request-lines.ts';
import { CLIENT, FROM, JSON_OUTPUT, REVEAL } from '../shared-options.ts';
import { untilClosed } from '../until-closed.ts';

/** `crumbs request`: the `Cookie` header that clients would send to an address. */
export const request: Command = {
  name: 'request',
  usage: 'FILE URL [--client "NAME VERSION"]… [--json] [--reveal]',
  summary: 'Show the Cookie header that programs would send to an address',
  files: { least: 2, most: 2 },
  options: {
    client: CLIENT,
    initiator: {
      type: 'string',
      argument: 'WHERE',
      help: 'Where the request comes from, which browsers look at: same-site (as without it), cross-site (a link elsewhere) or embedded (in a page elsewhere).',
    },
    method: { type: 'string', argument: 'METHOD', help: 'The request method; GET without it.' },
    json: JSON_OUTPUT,
    reveal: REVEAL,
    from: FROM,
  },
  details: () =>
    [
      `Browsers can be asked too: ${RECEIVERS.map(({ id }) => id).join(', ')}. They send what an import of the file would have given them.`,
      'Exit code 1 when a client refuses the file or sends no cookie.',
    ].join('\n'),
  run: async (given) => {
    const context = { ...given, io: untilClosed(given.io) };
    const { io, options, files } = context;
    const [file = '', url = ''] = files;
    const named = options.texts('client');
    const method = options.text('method');
    const question = {
      url,
      reveal: options.has('reveal'),
      initiator: oneOf(options.text('initiator') ?? 'same-site', ORIGINS, 'initiator'),
      ...(method !== undefined && { method: method.toUpperCase() }),
    };
    const chosen = named.length > 0 ? chosenSenders(named) : await usualClients(context.service);
    const { cookies } = await openInput(context, file);
    const answer = finish(previewRequest(cookies, question, chosen));
    if ('refused' in answer) throw new AppError('address-unusable', { why: answer.refused });
    if (options.has('json')) {
      await io.write(`${safeJson({ path: file, url, clients: answer.map(requestJson) })}\n`);
    } else {
      for (const preview of answer) await io.write(requestText(preview));
    }
    const silent = answer.some(({ header }) => header === undefined);
    return silent ? ExitCode.findings : ExitCode.fine;
  },
};

import { AppError } from '#shared/api/app-error.ts';
import { ORIGINS } from '#shared/clients/initiators.ts';
import { RECEIVERS } from '#shared/clients/receivers.ts';
import {
  type AskedCookie,
  previewRequest,
  type RequestPreview,
} from '#shared/document/verdicts/request-preview.ts';
import { finish } from '#shared/table/progress.ts';
import { chosenSenders, usualClients } from '../../documents/chosen-clients.ts';
import { type Command, oneOf } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openInput } from '../inputs.ts';
import { counted } from '../outputs.ts';
import { plainText, safeJson } from '../plain-text.ts';
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
      await io.write(`${safeJson({ path: file, url, clients: answer.map(withoutIds) })}\n`);
    } else {
      for (const preview of answer) await io.write(textOf(preview));
    }
    const silent = answer.some(({ header }) => header === undefined);
    return silent ? ExitCode.findings : ExitCode.fine;
  },
};

function textOf(preview: RequestPreview): string {
  const { title, version, refusal, header, bytes, sent, leftOut, moreLeftOut } = preview;
  const lines = [`${title} ${version}:`];
  if (refusal !== undefined) lines.push(`  refuses the file: ${refusal.text}`);
  if (header === undefined) lines.push('  sends no cookie');
  else {
    lines.push(
      `  Cookie: ${plainText(header)}`,
      `  (${counted(sent.length, 'cookie')}, ${counted(bytes, 'byte')})`,
    );
  }
  for (const { line, name, reason } of leftOut) {
    const what = name === '' ? '(no name)' : plainText(name);
    lines.push(`  left out: line ${line}, ${what}: ${plainText(reason)}`);
  }
  if (moreLeftOut > 0) lines.push(`  left out: ${counted(moreLeftOut, 'more cookie')}`);
  return `${lines.join('\n')}\n`;
}

/** Ids mean nothing outside; lines do. */
function withoutIds(preview: RequestPreview): object {
  return {
    ...preview,
    sent: preview.sent.map(told),
    leftOut: preview.leftOut.map((cookie) => ({ ...told(cookie), reason: cookie.reason })),
  };
}

function told({ line, name, domain, path, sameSite }: AskedCookie): object {
  return { line, name, domain, path, ...(sameSite !== undefined && { sameSite }) };
}

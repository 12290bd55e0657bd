import { AppError } from '#shared/api/app-error.ts';
import { CLIENTS, type ChosenClient } from '#shared/clients/registry.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { fileVerdict, troubledLines, type FileVerdict } from '#shared/document/verdicts/describe-verdicts.ts';
import { previewRequest, type RequestPreview } from '#shared/document/verdicts/request-preview.ts';
import { finish } from '#shared/table/progress.ts';
import { chosenClients, usualClients } from '../../documents/chosen-clients.ts';
import { batches, mapped } from '../batches.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { FILES_JSON, shapeOf } from '../file-reports.ts';
import { openInput } from '../inputs.ts';
import { type EachFile, type FileContext, MANY_OPTIONS } from '../many/each-file.ts';
import { overFiles } from '../many/over-files.ts';
import { counted } from '../outputs.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { requestJson, requestText } from '../request-lines.ts';
import { CLIENT, FROM, JSON_OUTPUT, NDJSON, REVEAL, WATCH } from '../shared-options.ts';
import { untilClosed } from '../until-closed.ts';

const each: EachFile = {
  check: ({ options }) => void shapeOf(options, 'verdict'),
  frame: (options) => (options.has('json') ? FILES_JSON : undefined),
  run: judged,
};

/** `crumbs verdict`: which clients load a file, and what becomes of each entry. */
export const verdict: Command = {
  name: 'verdict',
  usage: 'FILE|FOLDER… [--client "NAME VERSION"]… [--url URL] [--json | --ndjson] [--jobs N] [--watch]',
  summary: 'Say what other programs make of each entry',
  files: { least: 1, most: Infinity },
  options: {
    client: CLIENT,
    url: { type: 'string', argument: 'URL', help: 'Also show the Cookie header that each would send there.' },
    json: JSON_OUTPUT,
    ndjson: NDJSON,
    reveal: REVEAL,
    from: FROM,
    watch: WATCH,
    ...MANY_OPTIONS,
  },
  details: () =>
    [
      'Clients, with the releases that were measured (any other is taken for one between them):',
      ...CLIENTS.map(({ id, versions }) => `  ${id.padEnd(11)} ${versions.map((one) => one.id).join(', ')}`),
      '',
      'With --ndjson each line is what one client makes of one file. Exit code 1 when a client refuses a file or drops an entry.',
    ].join('\n'),
  each,
  run: (context) => overFiles({ ...context, io: untilClosed(context.io) }, { command: verdict, each }),
};

async function judged(context: FileContext): Promise<ExitCode> {
  const { io, options, file } = context;
  const named = options.texts('client');
  const chosen = named.length > 0 ? chosenClients(named) : await usualClients(context.service);
  const { cookies } = await openInput(context, file.path);
  const previews = previewsOf(cookies, { url: options.text('url'), reveal: options.has('reveal') }, chosen);
  const answers = chosen.map((client, at) => answerOf(cookies, client, previews[at]));
  const place = { file: file.path };
  if (options.has('json')) {
    await io.write(safeJson({ ...place, clients: answers.map(jsonOf) }));
  } else if (options.has('ndjson')) {
    for (const answer of answers) await io.write(`${safeJson({ ...place, ...jsonOf(answer) })}\n`);
  } else {
    for (const answer of answers) await told(context, answer);
  }
  const troubled = answers.some(({ whole }) => whole.refusal !== undefined || whole.dropped > 0);
  return troubled ? ExitCode.findings : ExitCode.fine;
}

async function told({ io, file }: FileContext, { whole, lines, preview }: Answer): Promise<void> {
  const path = plainText(file.path);
  await io.write(`${path}: ${sentence(whole)}\n`);
  const texts = mapped(lines(), ({ line, outcome, reasons }) => {
    const why = reasons.map(({ text }) => text).join('; ');
    return `${path}:${line}: ${outcome}: ${plainText(why)}\n`;
  });
  for (const batch of batches(texts)) await io.write(batch.join(''));
  if (preview !== undefined) await io.write(requestText(preview));
}

interface Answer {
  readonly whole: FileVerdict;
  /** What it would send to the address that was given. */
  readonly preview: RequestPreview | undefined;
  lines(): ReturnType<typeof troubledLines>;
}

function answerOf(cookies: CookieDocument, chosen: ChosenClient, preview?: RequestPreview): Answer {
  const loaded = finish(cookies.verdicts.load(chosen));
  return {
    whole: fileVerdict(cookies, chosen, loaded),
    preview,
    lines: () => troubledLines(cookies, loaded),
  };
}

/** One for each client; none without an address. */
function previewsOf(
  cookies: CookieDocument,
  { url, reveal }: { readonly url: string | undefined; readonly reveal: boolean },
  chosen: readonly ChosenClient[],
): readonly RequestPreview[] {
  if (url === undefined) return [];
  const answer = finish(previewRequest(cookies, { url, reveal }, chosen));
  if ('refused' in answer) throw new AppError('address-unusable', { why: answer.refused });
  return answer;
}

function jsonOf({ whole, lines, preview }: Answer): object {
  const { refusal, ...counts } = whole;
  return {
    ...counts,
    ...(refusal !== undefined && { refusal }),
    lines: [...lines()],
    ...(preview && { request: requestJson(preview) }),
  };
}

/** "curl 8.21.0 loads 12 of 14 entries, 1 of them changed." */
function sentence({ title, version, refusal, kept, changed, dropped }: FileVerdict): string {
  const who = `${title} ${version}`;
  if (refusal !== undefined) {
    const told = refusal.line === undefined || refusal.text.startsWith('line ');
    const where = told ? '' : `line ${refusal.line}: `;
    return `${who} refuses the file: ${where}${refusal.text}.`;
  }
  const loaded = kept + changed;
  const all = loaded + dropped;
  const some =
    dropped === 0
      ? `all ${counted(all, 'entry', 'entries')}`
      : `${loaded} of ${counted(all, 'entry', 'entries')}`;
  const differing = changed === 0 ? '' : `, ${changed} of them changed`;
  return `${who} loads ${all === 0 ? 'no entry, for there is none' : some}${differing}.`;
}

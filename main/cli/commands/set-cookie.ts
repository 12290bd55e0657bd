import { MOST_HEADERS, type SetCookieQuestion } from '#shared/document/set-cookie/receive-headers.ts';
import { AppError } from '#shared/api/app-error.ts';
import { ORIGINS } from '#shared/clients/initiators.ts';
import { RECEIVERS } from '#shared/clients/receivers.ts';
import { byteString } from '#shared/cookie/byte-string.ts';
import { parseCalendar } from '#shared/document/moment.ts';
import { applySetCookie } from '#shared/document/edits/apply-set-cookie.ts';
import { previewSetCookie, type SetCookiePreview } from '#shared/document/set-cookie/describe-headers.ts';
import { finish } from '#shared/table/progress.ts';
import { chosenReceiver } from '../../documents/chosen-clients.ts';
import { save, savedBytes } from '../../documents/disk-actions.ts';
import type { OpenDocument } from '../../documents/open-document.ts';
import { type Command, type CommandContext, oneOf, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openDetached, openToChange, STDIN } from '../inputs.ts';
import { writeOutput } from '../outputs.ts';
import { safeJson } from '../plain-text.ts';
import { outcomeLines } from '../set-cookie-lines.ts';
import { FROM, JSON_OUTPUT, OUTPUT, REVEAL } from '../shared-options.ts';

const NAME = 'set-cookie';

/** `crumbs set-cookie`: a file after a browser has received `Set-Cookie` headers. */
export const setCookie: Command = {
  name: NAME,
  usage:
    'FILE --url URL [--client BROWSER] [--initiator WHERE] [--time TIME] [--output FILE | --in-place | --dry-run] [--json] [--reveal] < HEADERS',
  summary: 'Take in Set-Cookie headers as a browser would',
  files: { least: 1, most: 1 },
  options: {
    url: { type: 'string', argument: 'URL', help: 'The address that the headers came from.' },
    client: {
      type: 'string',
      multiple: true,
      argument: 'BROWSER',
      choices: RECEIVERS.map(({ id }) => id),
      help: `Who receives them: ${RECEIVERS.map(({ id }) => id).join(', ')}; chromium without it. Several with --dry-run.`,
    },
    initiator: {
      type: 'string',
      argument: 'WHERE',
      help: 'Where the request came from: same-site (as without it), cross-site (a link elsewhere) or embedded (in a page elsewhere).',
    },
    time: {
      type: 'string',
      argument: 'TIME',
      help: 'When they came: seconds since 1970, or a date such as 2027-03-01T12:00:00Z. Now without it.',
    },
    output: OUTPUT,
    'in-place': { type: 'boolean', help: 'Write to the file itself.' },
    'dry-run': { type: 'boolean', help: 'Say what would happen, and write nothing.' },
    json: JSON_OUTPUT,
    reveal: REVEAL,
    from: FROM,
  },
  details: () =>
    [
      'Headers are read from standard input: “Set-Cookie:” lines, whole response heads (curl -si URL), or bare',
      `values, one a line; ${MOST_HEADERS.toLocaleString('en')} at most.`,
      'Exit code 1 when a header is rejected or ignored, or its cookie cannot be written.',
    ].join('\n'),
  run: async (context) => {
    const { io, options } = context;
    const order = ordered(context);
    const receivers = order.clients.map(chosenReceiver);
    const question = { ...order.question, text: byteString(await io.readInput()) };
    const document = order.inPlace
      ? await openToChange(context, order.file)
      : await openDetached(context, order.file);
    const reveal = options.has('reveal');
    const previews = finish(previewSetCookie(document.cookies, { ...question, reveal }, receivers));
    if ('refused' in previews) throw new AppError('address-unusable', { why: previews.refused });
    if ('tooMany' in previews) throw new AppError('too-many-rows', { limit: MOST_HEADERS });
    const [chosen] = receivers;
    if (order.dryRun) {
      if (previews.every(({ outcomes }) => outcomes.length === 0)) throw noHeader();
    } else if (chosen !== undefined) {
      await document.edit('Applying headers', (cookies) => applySetCookie(cookies, question, chosen));
      await written(context, document, order);
    }
    await told(context, previews, order);
    return previews.some(isTroubled) ? ExitCode.findings : ExitCode.fine;
  },
};

interface Order {
  readonly file: string;
  readonly clients: readonly string[];
  readonly question: Omit<SetCookieQuestion, 'text'>;
  readonly inPlace: boolean;
  readonly dryRun: boolean;
  /** The cookie file goes to standard output, so that nothing else can. */
  readonly piped: boolean;
}

function ordered({ files, options, service }: CommandContext): Order {
  const [file = ''] = files;
  const url = options.text('url');
  const output = options.text('output');
  const [inPlace, dryRun] = [options.has('in-place'), options.has('dry-run')];
  const named = options.texts('client');
  const clients = named.length > 0 ? named : ['chromium'];
  if (url === undefined)
    throw new UsageError('set-cookie needs --url: the address that the headers came from.', NAME);
  if (file === STDIN)
    throw new UsageError('Standard input has the headers: the cookies must be in a file.', NAME);
  if ([inPlace, dryRun, output !== undefined].filter(Boolean).length > 1)
    throw new UsageError('--output, --in-place and --dry-run exclude each other.', NAME);
  if (clients.length > 1 && !dryRun)
    throw new UsageError('Cookies are taken in as one browser does it: name one, or use --dry-run.', NAME);
  const piped = !inPlace && !dryRun && (output === undefined || output === '-');
  if (piped && options.has('json'))
    throw new UsageError('--json goes with --output, --in-place or --dry-run.', NAME);
  const origin = oneOf(options.text('initiator') ?? 'same-site', ORIGINS, 'initiator');
  const now = timeOf(options.text('time')) ?? service.now;
  return { file, clients, question: { url, origin, now }, inPlace, dryRun, piped };
}

function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^-?\d{1,15}$/.test(text) ? Number(text) : parseCalendar(text)?.from;
  if (seconds === undefined || Number.isNaN(seconds))
    throw new UsageError('--time takes seconds since 1970, or a date such as 2027-03-01T12:00:00Z.', NAME);
  return seconds;
}

async function written(context: CommandContext, document: OpenDocument, order: Order): Promise<void> {
  if (!order.inPlace) return writeOutput(context, order.file, await savedBytes(document, undefined));
  if (document.info.dirty) await save(context.service, document, false);
}

/** Goes to standard output, but where the cookie file itself does. */
async function told(
  { io, options, files }: CommandContext,
  previews: readonly SetCookiePreview[],
  { piped }: Order,
): Promise<void> {
  if (options.has('json')) {
    await io.write(`${safeJson({ path: files[0], clients: previews })}\n`);
    return;
  }
  const lines = previews.flatMap(outcomeLines);
  if (piped) for (const line of lines) io.tell(`crumbs: ${line}`);
  else await io.write(`${lines.join('\n')}\n`);
}

function noHeader(): AppError {
  return new AppError('edit-refused', { message: 'There is no Set-Cookie header in the text.' });
}

function isTroubled({ outcomes }: SetCookiePreview): boolean {
  return outcomes.some(
    ({ outcome, unwritable }) => outcome === 'rejected' || outcome === 'ignored' || unwritable !== undefined,
  );
}

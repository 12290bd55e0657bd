import { AppError } from '#shared/api/app-error.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { EXPORT_TARGETS, exportTargetById } from '#shared/exports/registry.ts';
import { SHELLS } from '#shared/exports/shells/registry.ts';
import { SHELL_IDS } from '#shared/exports/shells/shell.ts';
import { isLost } from '#shared/formats/loss.ts';
import { WRITABLE_FORMATS, writableFormatById } from '#shared/formats/registry.ts';
import { exportCookies, type Exported, exportIds } from '../../documents/exporting.ts';
import { inScope } from '../../documents/export-scope.ts';
import { usualShell } from '../../documents/usual-shell.ts';
import { displayName } from '../../files/file-path.ts';
import { assumedAddress } from '../assumed-address.ts';
import { chosenView } from '../chosen-view.ts';
import { type Command, type CommandContext, oneOf, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { TABLE_OPTIONS } from '../format-asked.ts';
import { writeNewFile } from '../new-file.ts';
import { meantId, openInput } from '../inputs.ts';
import { isRefused, tellLosses } from '../losses.ts';
import { counted, writeOutput } from '../outputs.ts';
import { plainText } from '../plain-text.ts';
import { selectedEntries } from '../selected-entries.ts';
import { FROM, QUERY, STRICT, VIEW } from '../shared-options.ts';

/** `crumbs export`: cookies for another program, as a file and the command that uses it. */
export const exportCommand: Command = {
  name: 'export',
  usage:
    'FILE --to TARGET [--url URL [--only-sent]] [--site SITE] [--query QUERY] [--view NAME] [--shell SHELL] [--strict]',
  summary: 'Write cookies for another program, with the command or code that uses them',
  files: { least: 1, most: 1 },
  options: {
    to: {
      type: 'string',
      argument: 'TARGET',
      choices: exportIds(),
      help: 'The program or format; the beginning of its name is enough.',
    },
    url: {
      type: 'string',
      argument: 'URL',
      help: 'The address that the command is for; without it, the host with the most cookies. Of a target without a command, only what the address is sent.',
    },
    'only-sent': {
      type: 'boolean',
      help: 'Only the cookies that the address of --url is sent, not those of other pages.',
    },
    site: {
      type: 'string',
      argument: 'SITE',
      help: 'Only the cookies of this site: example.com and all that is below it.',
    },
    query: QUERY,
    view: VIEW,
    shell: {
      type: 'string',
      argument: 'SHELL',
      choices: SHELL_IDS,
      help: `The shell that the command is for: ${SHELL_IDS.join(', ')}.`,
    },
    output: {
      type: 'string',
      argument: 'FILE',
      help: 'Where the cookie file goes; without it, a new file in this folder when a command needs one.',
    },
    inline: {
      type: 'boolean',
      help: 'Put values into the command itself: they will stand in histories and logs.',
    },
    strict: STRICT,
    from: FROM,
    ...TABLE_OPTIONS,
  },
  details: () =>
    [
      'Programs, each with its command:',
      ...targetLines('program'),
      'Code:',
      ...targetLines('code'),
      'Files:',
      ...targetLines('file'),
      ...WRITABLE_FORMATS.map(({ id, name }) => `  ${id}: ${name}`),
      '',
      `Shells: ${SHELLS.map(({ id, name }) => `${id} (${name})`).join(', ')}. Commands for PowerShell and cmd follow their`,
      'documented rules; Crumbs is not tested on Windows.',
    ].join('\n'),
  run: async (context) => {
    const { io, options, files, service } = context;
    const [file = ''] = files;
    const wanted = options.text('to');
    if (wanted === undefined) throw new UsageError('--to TARGET is missing.', 'export');
    const to = meantId(wanted, exportIds());
    const shell = oneOf(options.text('shell') ?? usualShell(), SHELL_IDS, 'shell');
    const cookies = await chosenCookies(context, { file, to });
    const inline = options.has('inline');
    const url = options.text('url');
    const { now } = service;
    const assumed = url === undefined ? assumedAddress({ to, inline, cookies, now }) : undefined;
    const fileName = givenOutput(context) ?? newName(to);
    const result = exportCookies({ cookies, to, url: url ?? assumed, inline, shell, fileName, now });
    if (result.refused !== undefined) throw new AppError('export-refused', { message: result.refused });
    tellLosses(io, result.losses);
    if (isRefused(context, result.losses.some(isLost))) return ExitCode.findings;
    await written(context, file, result);
    if (assumed !== undefined) {
      io.tell(`crumbs: No --url was given: the command has ${assumed}, change it as needed.`);
    }
    return ExitCode.fine;
  },
};

function targetLines(kind: string): readonly string[] {
  return EXPORT_TARGETS.filter((target) => target.kind === kind).map(
    ({ id, description }) => `  ${id}: ${description}`,
  );
}

/** What the query, the view, the site and the address leave of a file. */
async function chosenCookies(
  context: CommandContext,
  { file, to }: { readonly file: string; readonly to: string },
): Promise<readonly Cookie[]> {
  const { options, service } = context;
  const url = options.text('url');
  if (options.has('only-sent') && url === undefined) {
    throw new UsageError('--only-sent needs --url: it says which address is meant.', 'export');
  }
  const isForUrl = options.has('only-sent') || exportTargetById(to)?.needsUrl !== true;
  const document = await openInput(context, file);
  const { query, sort } = await chosenView(context, 'export');
  const cookies = Array.from(selectedEntries(document, query, sort), ({ cookie }) => cookie);
  return inScope(cookies, {
    site: options.text('site'),
    sentTo: isForUrl ? url : undefined,
    now: service.now,
  });
}

function givenOutput({ options }: CommandContext): string | undefined {
  const output = options.text('output');
  return output === '-' ? undefined : output;
}

function newName(to: string): string {
  const extension = exportTargetById(to)?.extension ?? writableFormatById(to)?.extensions[0] ?? 'txt';
  return `cookies-for-${to}.${extension}`;
}

/** Writes the file and says the command: each to standard output when there is nothing else to write there. */
async function written(context: CommandContext, file: string, result: Exported): Promise<void> {
  const { io, options } = context;
  const { bytes, command, fileName } = result;
  const output = options.text('output');
  if (command === undefined || output !== undefined) {
    if (bytes !== undefined) await writeOutput(context, file, bytes);
  } else if (bytes !== undefined) {
    await writeNewFile(context, fileName, bytes);
    io.tell(`crumbs: Wrote ${counted(bytes.length, 'byte')} to ${plainText(displayName(fileName))}.`);
  }
  if (command !== undefined && bytes !== undefined && output === '-') {
    io.tell(`crumbs: Save the output as ${fileName} for this command:\n${command}`);
  } else if (command !== undefined) await io.write(`${command}\n`);
}

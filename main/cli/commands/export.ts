import { AppError } from '#shared/api/app-error.ts';
import { EXPORT_TARGETS } from '#shared/exports/registry.ts';
import { WRITABLE_FORMATS } from '#shared/formats/registry.ts';
import { exportCookies, exportIds } from '../../documents/exporting.ts';
import { displayName } from '../../files/file-path.ts';
import { assumedAddress } from '../assumed-address.ts';
import { chosenView } from '../chosen-view.ts';
import { type Command, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { writeNewFile } from '../new-file.ts';
import { meantId, openInput } from '../inputs.ts';
import { tellLosses } from '../losses.ts';
import { counted, writeOutput } from '../outputs.ts';
import { plainText } from '../plain-text.ts';
import { selectedEntries } from '../selected-entries.ts';
import { FROM, QUERY, VIEW } from '../shared-options.ts';

/** `crumbs export`: cookies for another program, as a file and the command that uses it. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'FILE --to TARGET [--url URL] [--query QUERY] [--view NAME]',
  summary: 'Write cookies for another program, with the command that uses them',
  files: { least: 1, most: 1 },
  options: {
    to: {
      type: 'string',
      argument: 'TARGET',
      help: 'The program or format; the beginning of its name is enough.',
    },
    url: {
      type: 'string',
      argument: 'URL',
      help: 'The address that the command is for; without it, the host with the most cookies.',
    },
    query: QUERY,
    view: VIEW,
    output: {
      type: 'string',
      argument: 'FILE',
      help: 'Where the cookie file goes; without it, a new file in this folder when a command needs one.',
    },
    inline: {
      type: 'boolean',
      help: 'Put values into the command itself: they will stand in histories and logs.',
    },
    from: FROM,
  },
  details: () =>
    [
      'Targets:',
      ...EXPORT_TARGETS.map(({ id, description }) => `  ${id}: ${description}`),
      ...WRITABLE_FORMATS.map(({ id, name }) => `  ${id}: ${name}`),
    ].join('\n'),
  run: async (context) => {
    const { io, options, files, service } = context;
    const [file = ''] = files;
    const wanted = options.text('to');
    if (wanted === undefined) throw new UsageError('--to TARGET is missing.', 'export');
    const to = meantId(wanted, exportIds());
    const output = options.text('output');
    const document = await openInput(context, file);
    const { query, sort } = await chosenView(context, 'export');
    const cookies = Array.from(selectedEntries(document, query, sort), ({ cookie }) => cookie);
    const { now } = service;
    const inline = options.has('inline');
    const url = options.text('url');
    const assumed = url === undefined ? assumedAddress({ to, inline, cookies, now }) : undefined;
    const result = exportCookies({
      cookies,
      to,
      url: url ?? assumed,
      inline,
      fileName: output === undefined || output === '-' ? `cookies-for-${to}.txt` : output,
      now,
    });
    if (result.refused !== undefined) throw new AppError('export-refused', { message: result.refused });
    const { bytes, command } = result;
    if (command === undefined || output !== undefined) {
      if (bytes !== undefined) await writeOutput(context, file, bytes);
    } else if (bytes !== undefined) {
      await writeNewFile(context, result.fileName, bytes);
      io.tell(
        `crumbs: Wrote ${counted(bytes.length, 'byte')} to ${plainText(displayName(result.fileName))}.`,
      );
    }
    if (command !== undefined && bytes !== undefined && output === '-') {
      io.tell(`crumbs: Save the output as ${result.fileName} for this command:\n${command}`);
    } else if (command !== undefined) await io.write(`${command}\n`);
    if (assumed !== undefined) {
      io.tell(`crumbs: No --url was given: the command has ${assumed}, change it as needed.`);
    }
    tellLosses(io, result.losses);
    return ExitCode.fine;
  },
};

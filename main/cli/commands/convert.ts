import { isLost } from '#shared/formats/loss.ts';
import { WRITABLE_FORMATS } from '#shared/formats/registry.ts';
import { exportCookies } from '../../documents/exporting.ts';
import { type Command, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { meantId, openInput } from '../inputs.ts';
import { isRefused, tellLosses } from '../losses.ts';
import { counted, writeOutput } from '../outputs.ts';
import { selectedEntries } from '../selected-entries.ts';
import { FROM, OUTPUT, QUERY, STRICT } from '../shared-options.ts';

/** `crumbs convert`: a cookie file in another format, values and all. */
export const convert: Command = {
  name: 'convert',
  usage: 'FILE --to FORMAT [--query QUERY] [--strict] [--output FILE]',
  summary: 'Write a cookie file in another format',
  files: { least: 1, most: 1 },
  options: {
    to: {
      type: 'string',
      argument: 'FORMAT',
      help: 'The format to write; the beginning of its name is enough.',
    },
    output: OUTPUT,
    query: QUERY,
    strict: STRICT,
    from: FROM,
  },
  details: () => ['Formats:', ...WRITABLE_FORMATS.map(({ id, name }) => `  ${id}: ${name}`)].join('\n'),
  run: async (context) => {
    const { io, options, files, service } = context;
    const [file = ''] = files;
    const wanted = options.text('to');
    if (wanted === undefined) throw new UsageError('--to FORMAT is missing.', 'convert');
    const to = meantId(
      wanted,
      WRITABLE_FORMATS.map(({ id }) => id),
    );
    const document = await openInput(context, file);
    const cookies = Array.from(selectedEntries(document, options.text('query')), ({ cookie }) => cookie);
    const result = exportCookies({ cookies, to, fileName: document.title, now: service.now });
    if (result.refused !== undefined || result.bytes === undefined) return ExitCode.failed;
    const { unparsed } = document.cookies.counts();
    if (unparsed > 0) {
      io.tell(`crumbs: ${counted(unparsed, 'line')} could not be read as a cookie and were left out.`);
    }
    tellLosses(io, result.losses);
    if (isRefused(context, unparsed > 0 || result.losses.some(isLost))) return ExitCode.findings;
    await writeOutput(context, file, result.bytes);
    return ExitCode.fine;
  },
};

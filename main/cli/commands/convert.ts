import { AppError } from '#shared/api/app-error.ts';
import type { WritableFormat } from '#shared/formats/format.ts';
import { isLost } from '#shared/formats/loss.ts';
import { writableFormatById, WRITABLE_FORMATS } from '#shared/formats/registry.ts';
import { exportCookies } from '../../documents/exporting.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { TABLE_OPTIONS } from '../format-asked.ts';
import { meantId, openInput } from '../inputs.ts';
import { isRefused, tellLosses } from '../losses.ts';
import { type EachFile, type FileContext, MANY_OPTIONS } from '../many/each-file.ts';
import { checkInto, INTO, writeResult } from '../many/into-folder.ts';
import { overFiles } from '../many/over-files.ts';
import { counted } from '../outputs.ts';
import { selectedEntries } from '../selected-entries.ts';
import { FROM, OUTPUT, QUERY, STRICT } from '../shared-options.ts';

const each: EachFile = {
  check: (context) => {
    checkInto(context, 'convert');
    formatOf(context);
  },
  several: ['into'],
  run: converted,
};

/** `crumbs convert`: a cookie file in another format, values and all. */
export const convert: Command = {
  name: 'convert',
  usage: 'FILE|FOLDER… --to FORMAT [--query QUERY] [--strict] [--output FILE | --into FOLDER]',
  summary: 'Write cookie files in another format',
  files: { least: 1, most: Infinity },
  options: {
    to: {
      type: 'string',
      argument: 'FORMAT',
      choices: WRITABLE_FORMATS.map(({ id }) => id),
      help: 'The format to write; the beginning of its name is enough.',
    },
    output: OUTPUT,
    into: INTO,
    query: QUERY,
    strict: STRICT,
    from: FROM,
    ...TABLE_OPTIONS,
    ...MANY_OPTIONS,
  },
  details: () => ['Formats:', ...WRITABLE_FORMATS.map(({ id, name }) => `  ${id}: ${name}`)].join('\n'),
  each,
  run: (context) => overFiles(context, { command: convert, each }),
};

/** The format that was asked for. */
function formatOf({ options }: Pick<CommandContext, 'options'>): WritableFormat {
  const wanted = options.text('to');
  if (wanted === undefined) throw new UsageError('--to FORMAT is missing.', 'convert');
  const id = meantId(
    wanted,
    WRITABLE_FORMATS.map((format) => format.id),
  );
  const format = writableFormatById(id);
  if (format === undefined) throw new AppError('target-unknown', { target: id });
  return format;
}

async function converted(context: FileContext): Promise<ExitCode> {
  const { io, options, file, service } = context;
  const to = formatOf(context);
  const document = await openInput(context, file.path);
  const cookies = Array.from(selectedEntries(document, options.text('query')), ({ cookie }) => cookie);
  const result = exportCookies({ cookies, to: to.id, fileName: document.title, now: service.now });
  if (result.refused !== undefined || result.bytes === undefined) return ExitCode.failed;
  const { unparsed } = document.cookies.counts();
  if (unparsed > 0) {
    io.tell(`crumbs: ${counted(unparsed, 'line')} could not be read as a cookie and were left out.`);
  }
  tellLosses(io, result.losses);
  if (isRefused(context, unparsed > 0 || result.losses.some(isLost))) return ExitCode.findings;
  await writeResult(context, result.bytes, { command: 'convert', extension: to.extensions[0] });
  return ExitCode.fine;
}

import { redacted } from '../../documents/redacting.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openInput } from '../inputs.ts';
import { type EachFile, type FileContext, MANY_OPTIONS } from '../many/each-file.ts';
import { checkInto, INTO, writeResult } from '../many/into-folder.ts';
import { overFiles } from '../many/over-files.ts';
import { counted } from '../outputs.ts';
import { selectedEntries } from '../selected-entries.ts';
import { FROM, OUTPUT, QUERY } from '../shared-options.ts';

const each: EachFile = {
  check: (context) => checkInto(context, 'redact'),
  several: ['into'],
  run: oneRedacted,
};

/** `crumbs redact`: a file with the same problems and other secrets, for a bug report. */
export const redact: Command = {
  name: 'redact',
  usage: 'FILE|FOLDER… [--query QUERY] [--output FILE | --into FOLDER]',
  summary: 'Write a copy without secrets, fit for a bug report',
  files: { least: 1, most: Infinity },
  options: { query: QUERY, output: OUTPUT, into: INTO, from: FROM, ...MANY_OPTIONS },
  details: () =>
    'Every value becomes another one of the same length and shape (letters, digits, %-escapes, hexadecimal, JWT), the same\none wherever it was the same; so do comments, and names, paths and domains that look like secrets. Nothing can be told\nof a value from what stands in its place. Domains, plain names, paths and times stay: leave out sites that are nobody’s\nbusiness with --query. Layout and oddities stay too, so that the copy has the problems of the file.',
  each,
  run: (context) => overFiles(context, { command: redact, each }),
};

async function oneRedacted(context: FileContext): Promise<ExitCode> {
  const { io, options, file } = context;
  const document = await openInput(context, file.path);
  const query = options.text('query');
  const ids = query === undefined ? undefined : Array.from(selectedEntries(document, query), ({ id }) => id);
  const { bytes, entries } = await redacted(document, ids);
  await writeResult(context, bytes, { command: 'redact' });
  io.tell(`crumbs: Redacted ${counted(entries, 'cookie')}. Domains, names and times are the real ones.`);
  return ExitCode.fine;
}

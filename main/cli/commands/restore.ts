import { AppError } from '#shared/api/app-error.ts';
import type { Version } from '#shared/api/version.ts';
import { dateText } from '#shared/document/moment.ts';
import { restoreVersion } from '../../documents/version-actions.ts';
import { save } from '../../documents/disk-actions.ts';
import type { Versions } from '../../documents/versions.ts';
import { saveFile } from '../../files/save-file.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { meantId, openToChange, STDIN } from '../inputs.ts';
import { counted, tellNotice, writeOutput } from '../outputs.ts';
import { plainText } from '../plain-text.ts';
import { JSON_OUTPUT, OUTPUT } from '../shared-options.ts';
import { savedNotice } from '../../documents/saved-notice.ts';

/** `crumbs restore`: what a file held before it was replaced. */
export const restore: Command = {
  name: 'restore',
  usage: 'FILE [--list [--json] | --point ID [--output FILE | --in-place] | --purge]',
  summary: 'List or bring back earlier versions of a file',
  files: { least: 1, most: 1 },
  options: {
    list: {
      type: 'boolean',
      help: 'List the earlier versions, the newest first. So it does without any option.',
    },
    point: {
      type: 'string',
      argument: 'ID',
      help: 'Write this version; the beginning of its ID is enough, and "latest" is the newest.',
    },
    output: OUTPUT,
    'in-place': {
      type: 'boolean',
      help: 'Write to the file itself; what it holds now is kept as a version too.',
    },
    purge: { type: 'boolean', help: 'Remove all earlier versions of the file from the disk.' },
    json: JSON_OUTPUT,
  },
  details: () =>
    'A version is kept whenever Crumbs saves a file, in the window or here, and when another program’s change is taken over.\nThey are in the data folder, readable by you alone (0600). Only the desktop program encrypts them, where the system has\na keychain; such versions can only be restored there. How many are kept stands in settings.json: restorePoints.',
  run: async (context) => {
    const { io, options, files } = context;
    const [file = ''] = files;
    const { versions } = context.service;
    if (versions === undefined || file === STDIN) throw new UsageError('restore takes a file.', 'restore');
    const point = options.text('point');
    refuseContradictions(context, point);
    if (options.has('purge')) {
      io.tell(`crumbs: ${counted(await versions.purge(file), 'earlier version')} removed.`);
      return ExitCode.fine;
    }
    if (point === undefined) return listed(context, versions, file);
    const { versions: known } = await versions.list(file);
    const latest = point === 'latest' ? known[0]?.id : undefined;
    const id =
      latest ??
      meantId(
        point,
        known.map((version) => version.id),
      );
    if (options.has('in-place')) await inPlace(context, versions, { file, id });
    else await writeOutput(context, file, await versions.content(file, id));
    return ExitCode.fine;
  },
};

function refuseContradictions({ options }: CommandContext, point: string | undefined): void {
  const ways = [options.has('list'), point !== undefined, options.has('purge')].filter(Boolean).length;
  const output = options.text('output') !== undefined;
  const to = options.has('in-place') || output;
  if (ways > 1) throw new UsageError('--list, --point and --purge exclude each other.', 'restore');
  if (to && point === undefined)
    throw new UsageError('--output and --in-place go with --point ID.', 'restore');
  if (output && options.has('in-place')) {
    throw new UsageError('--output and --in-place exclude each other.', 'restore');
  }
}

async function listed({ io, options }: CommandContext, all: Versions, file: string): Promise<ExitCode> {
  const { versions, unreadable } = await all.list(file);
  if (options.has('json')) await io.write(`${JSON.stringify({ versions, unreadable }, undefined, 2)}\n`);
  else for (const version of versions) await io.write(`${lineOf(version)}\n`);
  if (versions.length === 0 && unreadable === 0) io.tell(`crumbs: No earlier version of ${file} is kept.`);
  if (unreadable > 0) {
    io.tell(
      `crumbs: ${counted(unreadable, 'version')} more cannot be read here: encrypted by the desktop program, or damaged.`,
    );
  }
  return ExitCode.fine;
}

const REASONS: Readonly<Record<Version['reason'], string>> = {
  saved: 'before a save',
  rewritten: 'before another program wrote it',
  overwritten: 'of another program, before a save wrote over it',
  left: 'a copy left by a save that was cut short',
};

function lineOf({ id, time, reason, bytes, summary }: Version): string {
  const changed = summary.length === 0 ? '' : `: ${plainText(summary.join(', '))}`;
  return `${id}  ${dateText(time, true)}  ${counted(bytes, 'byte')}  ${REASONS[reason]}${changed}`;
}

/** Through the document, so that what the file holds now is kept; a file that is gone is made again. */
async function inPlace(
  context: CommandContext,
  versions: Versions,
  { file, id }: { readonly file: string; readonly id: string },
): Promise<void> {
  const { io, service } = context;
  try {
    const document = await openToChange(context, file);
    await restoreVersion(service, document, id);
    if (document.info.dirty) await save(service, document, false);
    io.tell(`crumbs: ${document.info.undo ?? 'The file is that version already'}.`);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'file-missing')) throw error;
    const chunks = [await versions.content(file, id)];
    const { safetyFolder } = service.options;
    const saved = await saveFile({ path: file, chunks, expected: 'nothing', safetyFolder });
    tellNotice(io, savedNotice(file, saved));
    io.tell(`crumbs: ${file} was gone and is there again.`);
  }
}

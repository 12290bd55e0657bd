import { save, savedBytes } from '../../documents/disk-actions.ts';
import { applyTransfer } from '../../documents/transfers.ts';
import { changedPlace, openChanged, PLACE_OPTIONS } from '../changed-place.ts';
import { type Command, oneOf, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { incomingFile, incomingLines, meetingText, tellMisfits } from '../incoming.ts';
import { STDIN } from '../inputs.ts';
import { isRefused } from '../losses.ts';
import { writeOutput } from '../outputs.ts';
import { FROM, SITE, STRICT } from '../shared-options.ts';

/** `crumbs import`: the cookies of one file put into another one. */
export const importCommand: Command = {
  name: 'import',
  usage:
    'FILE INTO [--changed replace|keep] [--site HOST] [--strict] [--output FILE | --in-place] [--dry-run]',
  summary: 'Put the cookies of a file into another one',
  files: { least: 2, most: 2 },
  options: {
    changed: {
      type: 'string',
      argument: 'WORD',
      choices: ['replace', 'keep'],
      help: 'What becomes of cookies that INTO has otherwise: replace (without this option) or keep.',
    },
    site: SITE,
    strict: STRICT,
    ...PLACE_OPTIONS,
    from: { ...FROM, help: 'Read INTO as this format, whatever it looks like.' },
  },
  details: () =>
    [
      'FILE may hold cookies in any format, or a Cookie header (with --site). New cookies go behind the last line of INTO; those',
      'that it has under the same name, domain, host-only mark and path take their place. All other bytes of INTO stay.',
    ].join('\n'),
  run: async (context) => {
    const { io, files, options, service } = context;
    const [file = '', into = ''] = files;
    if (file === STDIN && into === STDIN) {
      throw new UsageError('Only one file can be standard input.', 'import');
    }
    const place = changedPlace(context, 'import', into);
    const replaces =
      oneOf(options.text('changed') ?? 'replace', ['replace', 'keep'], 'changed') === 'replace';
    const document = await openChanged(context, place);
    const transfer = await incomingFile(context, document, { file, command: 'import' });
    const lost = tellMisfits(context, transfer);
    if (isRefused(context, lost)) return ExitCode.findings;
    const found = meetingText(transfer, replaces);
    if (place.dryRun) await io.write(incomingLines(transfer));
    else {
      await applyTransfer(service, transfer, { choices: { changed: replaces, except: [] }, move: false });
      if (!place.inPlace) await writeOutput(context, into, await savedBytes(document, undefined));
      else if (document.info.dirty) await save(service, document, false);
    }
    io.tell(`crumbs: From ${transfer.title}: ${found}${place.dryRun ? ' (not written)' : ''}.`);
    return ExitCode.fine;
  },
};

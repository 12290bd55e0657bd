import type { OpenDocument } from '../documents/open-document.ts';
import { type CommandContext, type CommandOption, UsageError } from './command.ts';
import { openDetached, openRehearsal, openToChange, STDIN } from './inputs.ts';
import { OUTPUT } from './shared-options.ts';

/** Where a command puts a file that it changes. */
export const PLACE_OPTIONS: Readonly<Record<'output' | 'in-place' | 'dry-run', CommandOption>> = {
  output: OUTPUT,
  'in-place': { type: 'boolean', help: 'Write to the file itself.' },
  'dry-run': { type: 'boolean', help: 'Show what would change, and write nothing.' },
};

/** A file that is changed, and whether that is written to it, or only shown. */
export interface ChangedPlace {
  readonly file: string;
  readonly inPlace: boolean;
  readonly dryRun: boolean;
}

/** Reads those options; ones that exclude each other are refused. */
export function changedPlace(
  { options }: Pick<CommandContext, 'options'>,
  command: string,
  file: string,
): ChangedPlace {
  const inPlace = options.has('in-place');
  if (inPlace && options.text('output') !== undefined) {
    throw new UsageError('--output and --in-place exclude each other.', command);
  }
  if (inPlace && file === STDIN) {
    throw new UsageError('Standard input cannot be changed in place.', command);
  }
  return { file, inPlace, dryRun: options.has('dry-run') };
}

/** Refuses options that cannot be meant for these files, before any of them is touched. */
export function checkPlace(context: CommandContext, command: string): void {
  for (const file of context.files) changedPlace(context, command, file);
}

/** Opens the file. Its permissions are changed, or would be, only where the file itself is what is written. */
export function openChanged(
  context: CommandContext,
  { file, inPlace, dryRun }: ChangedPlace,
): Promise<OpenDocument> {
  if (inPlace && !dryRun) return openToChange(context, file);
  const elsewhere = !dryRun || context.options.text('output') !== undefined;
  if (file === STDIN || elsewhere) return openDetached(context, file);
  return openRehearsal(context, { file, inPlace });
}

import { mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { type CommandContext, type CommandOption, UsageError } from '../command.ts';
import { STDIN } from '../inputs.ts';
import { writeNewFile } from '../new-file.ts';
import { writeOutput } from '../outputs.ts';
import type { FileContext } from './each-file.ts';

/** For commands that write something new for each file. */
export const INTO: CommandOption = {
  type: 'string',
  argument: 'FOLDER',
  help: 'Write a file for each into this folder, below it as they are below the folders that are named. What is there already and differs is not touched.',
};

/** Refuses places that exclude each other. */
export function checkInto({ options }: CommandContext, command: string): void {
  if (options.text('into') !== undefined && options.text('output') !== undefined) {
    throw new UsageError('--output and --into exclude each other.', command);
  }
}

/** Writes what came of a file: below `--into` under its own name, with `extension` where it has become something else; else as `writeOutput`. */
export async function writeResult(
  context: FileContext,
  bytes: Uint8Array,
  { command, extension }: { readonly command: string; readonly extension?: string | undefined },
): Promise<void> {
  const { file, options } = context;
  const folder = options.text('into');
  if (folder === undefined) return writeOutput(context, file.path, bytes);
  const name = file.path === STDIN ? 'stdin' : file.below;
  const stem = extension === undefined ? name : name.slice(0, name.length - extname(name).length);
  const target = join(folder, extension === undefined ? stem : `${stem}.${extension}`);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await writeNewFile(context, target, bytes, command);
}

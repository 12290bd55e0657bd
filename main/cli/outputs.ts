import { AppError } from '#shared/api/app-error.ts';
import { absolutePath, displayPath, folderOf } from '../files/file-path.ts';
import { saveFile } from '../files/save-file.ts';
import type { CommandContext } from './command.ts';

/** Writes a cookie file to where `--output` says (through the safe saver, 0600 when new), else to standard output. */
export async function writeOutput(context: CommandContext, bytes: Uint8Array): Promise<void> {
  const output = context.options.text('output');
  if (output === undefined || output === '-') return context.io.write(bytes);
  await saveFile({
    path: output,
    chunks: [bytes],
    expected: 'anything',
    safetyFolder: context.service.options.safetyFolder,
  }).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'file-missing')) throw error;
    throw new AppError('file-missing', {
      ...error.data,
      folder: displayPath(folderOf(absolutePath(output))),
    });
  });
}

/** "1 cookie", "2 cookies". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

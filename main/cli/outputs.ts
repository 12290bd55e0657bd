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
  });
}

/** "1 cookie", "2 cookies". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

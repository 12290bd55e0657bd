import type { ExportRefusal } from '../export-target.ts';
import type { Shell } from './shell.ts';
import { isShellText } from './shell-text.ts';

/** A command of a program and its arguments; refused when one of them must not stand in a command for this shell. */
export function shellCommand(
  shell: Shell,
  [program = '', ...args]: readonly string[],
): { readonly command: string } | ExportRefusal {
  if (!args.every(isShellText)) {
    return {
      refused: true,
      message: 'The file name holds control, invisible or direction characters. Choose another one.',
    };
  }
  const quoted = args.map((text) => shell.quote(text));
  if (quoted.includes(undefined)) return { refused: true, message: shell.limit };
  return { command: [shell.programs[program] ?? program, ...quoted].join(' ') };
}

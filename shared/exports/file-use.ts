import type { ExportRefusal, ExportResult, Loss } from './export-target.ts';
import { shellNamed } from './shells/registry.ts';
import type { ShellId } from './shells/shell.ts';
import { isShellText } from './shells/shell-text.ts';
import { shellCommand } from './shells/shell-command.ts';

/** What uses a file: a program with its arguments, or code. */
export type FileUse = { readonly args: readonly string[] } | { readonly code: string };

/** What a file is used with: its name, the address, and the shell that a command is for. */
export interface UseOf {
  readonly fileName: string;
  readonly address: string;
}

/** A refusal in one plain sentence. */
export function refuse(message: string): ExportRefusal {
  return { refused: true, message };
}

/** A file with what uses it; refused when that cannot be said safely. */
export function fileWithUse(
  file: ExportResult['files'][number],
  use: FileUse,
  { losses, shell }: { readonly losses: readonly Loss[]; readonly shell: ShellId | undefined },
): ExportResult | ExportRefusal {
  if ('code' in use) {
    if (!isShellText(file.name)) {
      return refuse('The file name holds control, invisible or direction characters. Choose another one.');
    }
    return { files: [file], command: use.code, losses };
  }
  const made = shellCommand(shellNamed(shell), use.args);
  return 'refused' in made ? made : { files: [file], command: made.command, losses };
}

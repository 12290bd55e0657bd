import type { Shell } from './shell.ts';
import { isShellText } from './shell-text.ts';

/** Words in which no shell finds a meaning; `=` and `@` have one at the beginning. */
const PLAIN = /^[A-Za-z0-9/._-][A-Za-z0-9/._:@,=-]*$/;

/**
 * One argument for dash, bash, zsh, fish, busybox and mksh alike. Inside single quotes fish gives `\` a meaning and the
 * others do not, so quotes and backslashes both stand outside of them, where all six read `\'` and `\\` alike.
 */
function quote(text: string): string | undefined {
  if (!isShellText(text)) return undefined;
  if (PLAIN.test(text)) return text;
  return `'${text.replace(/['\\]/g, (character) => `'\\${character}'`)}'`;
}

/** The shells of Linux and macOS. */
export const posix: Shell = {
  id: 'posix',
  name: 'bash, zsh, sh',
  quote,
  limit: 'The address or the file name cannot stand in a command. Choose another file name.',
  inline: {
    allowed: /^[!-~]*$/,
    reason: 'is not plain ASCII without blanks, so it must not stand in a command. Export a file instead.',
  },
  programs: {},
};

/** fish, for which the same quoting is safe. */
export const fish: Shell = { ...posix, id: 'fish', name: 'fish' };

import type { Shell } from './shell.ts';
import { isShellText } from './shell-text.ts';

const PLAIN = /^[A-Za-z0-9._~:/+@-]+$/;

/**
 * One argument for a native program. Inside quotation marks cmd leaves all alone but `%` (a variable, which no escape
 * stops at the prompt), `!` (the same, where that is switched on) and `"`; the program's own reading of its line
 * takes `\"` for a quotation mark, so a `\` at the end is doubled.
 */
function quote(text: string): string | undefined {
  if (!isShellText(text) || /["%!]/.test(text)) return undefined;
  if (PLAIN.test(text)) return text;
  return `"${text.replace(/\\+$/, '$&$&')}"`;
}

/** The command prompt of Windows. */
export const cmd: Shell = {
  id: 'cmd',
  name: 'Command Prompt (cmd)',
  quote,
  limit:
    'cmd finds variables in "%" and "!" whatever stands around them: choose PowerShell, or another address or file name.',
  inline: {
    allowed: /^[A-Za-z0-9._~:/=+,@-]*$/,
    reason: 'holds a character that cmd may change. Export a file instead, or choose PowerShell.',
  },
  programs: { python3: 'python' },
};

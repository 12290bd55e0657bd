import type { Shell } from './shell.ts';
import { isShellText } from './shell-text.ts';

/** Words that stand for themselves as arguments: no number with a unit, no operator, nothing that splits an option. */
const PLAIN = /^(?:-{0,2}[A-Za-z][A-Za-z0-9_-]*|[A-Za-z][A-Za-z0-9_./-]*|https?:\/\/[A-Za-z0-9_./:-]+)$/;

/** PowerShell takes any of these for the single quote; two in a row are the second of them. */
const SINGLE_QUOTES = /['‘’‚‛]/g;

/**
 * One argument for a native program. Nothing for a `"`, an empty text, or a `\` at the end of a text with blanks:
 * PowerShell before 7.3 hands them on broken.
 */
function quote(text: string): string | undefined {
  if (text === '' || !isShellText(text) || text.includes('"')) return undefined;
  if (text.includes(' ') && text.endsWith('\\')) return undefined;
  if (PLAIN.test(text)) return text;
  return `'${text.replace(SINGLE_QUOTES, '$&$&')}'`;
}

/** PowerShell on Windows, in which `curl` and `wget` alone may be names of something else. */
export const powershell: Shell = {
  id: 'powershell',
  name: 'PowerShell (Windows)',
  quote,
  limit:
    'PowerShell before 7.3 cannot hand on a quotation mark: choose another file name, or export for a POSIX shell.',
  inline: {
    allowed: /^[!#-~]*$/,
    reason:
      'is not plain ASCII without blanks and quotation marks: PowerShell may change it. Export a file instead.',
  },
  programs: { curl: 'curl.exe', wget: 'wget.exe', python3: 'python' },
};

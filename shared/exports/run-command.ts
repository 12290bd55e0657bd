import { requestAddress } from './request-address.ts';
import { posix } from './shells/posix.ts';
import { shellCommand } from './shells/shell-command.ts';
import { fileArgument } from './shells/shell-text.ts';

/** The programs that a copy for one run can be made for; each is also an export target of this id. */
export const RUN_PROGRAMS = ['yt-dlp', 'gallery-dl', 'curl', 'wget'] as const;
export type RunProgram = (typeof RUN_PROGRAMS)[number];

const ARGUMENTS: Readonly<Record<RunProgram, (file: string) => readonly string[]>> = {
  'yt-dlp': (file) => ['yt-dlp', '--cookies', file],
  'gallery-dl': (file) => ['gallery-dl', '--cookies', file],
  curl: (file) => ['curl', '-b', file, '-c', file, '--globoff'],
  wget: (file) => ['wget', `--load-cookies=${file}`, `--save-cookies=${file}`, '--keep-session-cookies'],
};

/**
 * The command by which a program loads a cookie file and writes back what became of it. Nothing where it cannot be said
 * safely: a path or address that must not stand in a command, or one that curl would take for a cookie.
 */
export function runCommand(program: RunProgram, file: string, url: string): string | undefined {
  const address = requestAddress(url);
  if ('refused' in address || (program === 'curl' && file.includes('='))) return undefined;
  const made = shellCommand(posix, [...ARGUMENTS[program](fileArgument(file)), address.text]);
  return 'command' in made ? made.command : undefined;
}

import type { ShellId } from '#shared/exports/shells/shell.ts';

/** The shell that commands are written for unless another one is asked for. */
export function usualShell(platform: NodeJS.Platform = process.platform): ShellId {
  return platform === 'win32' ? 'powershell' : 'posix';
}

import path from 'node:path';
import { fileURLToPath } from 'node:url';

function asPath(argument: string): string | undefined {
  if (!argument.startsWith('file:')) return argument;
  try {
    return fileURLToPath(argument);
  } catch {
    return undefined;
  }
}

/**
 * The files that a command line names, as absolute paths. Everything that begins with a dash is a switch, of ours or
 * of Chromium's, until a lone `--`; a NUL byte cannot be in a path.
 */
export function filesOf(programArguments: readonly string[], workingFolder: string): string[] {
  const end = programArguments.indexOf('--');
  const before = end < 0 ? programArguments : programArguments.slice(0, end);
  const named = [
    ...before.filter((argument) => !argument.startsWith('-')),
    ...(end < 0 ? [] : programArguments.slice(end + 1)),
  ];
  return named
    .map(asPath)
    .filter((file): file is string => file !== undefined && file !== '' && !file.includes('\0'))
    .map((file) => path.resolve(workingFolder, file));
}

import type { Command } from './command.ts';

/**
 * `--query -httponly` as `--query=-httponly`, for options that take a text: a query may well begin with a dash. What
 * begins with two dashes is an option again, and behind a lone `--` everything is a file.
 */
export function joinedOptions(programArguments: readonly string[], options: Command['options']): string[] {
  const joined: string[] = [];
  for (let at = 0; at < programArguments.length; at++) {
    const argument = programArguments[at] ?? '';
    if (argument === '--') return [...joined, ...programArguments.slice(at)];
    const next = programArguments[at + 1];
    const takesText = argument.startsWith('--') && options[argument.slice(2)]?.type === 'string';
    if (takesText && next !== undefined && !next.startsWith('--')) {
      joined.push(`${argument}=${next}`);
      at++;
    } else joined.push(argument);
  }
  return joined;
}

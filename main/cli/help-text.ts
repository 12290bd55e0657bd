import { GRAMMAR, VOCABULARY } from '#shared/document/query/vocabulary.ts';
import type { Command, CommandOption } from './command.ts';

/** What "crumbs help" says. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Crumbs: see what is wrong with cookie files, fix it, and write it back without losing a byte.',
    '',
    'Usage: crumbs COMMAND FILE… [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    `  ${'help'.padEnd(width)}  Explain a command: crumbs help check`,
    '',
    '"-" as FILE is standard input. Values are masked unless --reveal is given, except where the output is itself a',
    'cookie file. Exit code 0: all is well; 1: findings at the level asked (check); 2: not understood, or a file failed.',
    '',
  ].join('\n');
}

/** What "crumbs help COMMAND" says. */
export function helpOf(command: Command): string {
  const { name, usage, summary, options, details } = command;
  const rows = Object.entries(options).map(([option, about]) => [spelt(option, about), about.help] as const);
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return [
    `Usage: crumbs ${name} ${usage}`,
    '',
    `${summary}.`,
    '',
    ...rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`),
    ...(details === undefined ? [] : ['', details()]),
    '',
  ].join('\n');
}

function spelt(option: string, { argument }: CommandOption): string {
  return argument === undefined ? `--${option}` : `--${option} ${argument}`;
}

/** The query language, for the help of commands that take one. */
export function queryHelp(): string {
  const width = Math.max(...[...VOCABULARY, ...GRAMMAR].map(({ word }) => word.length));
  const rows = (of: typeof VOCABULARY): string[] =>
    of.map(({ word, means }) => `  ${word.padEnd(width)}  ${means}`);
  return [
    'A query is text to look for in domain, path, name and value, in any case, and conditions. Lines that …',
    ...rows(VOCABULARY),
    '',
    'Put together:',
    ...rows(GRAMMAR),
  ].join('\n');
}

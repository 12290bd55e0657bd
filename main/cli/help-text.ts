import { GRAMMAR, VOCABULARY } from '#shared/document/query/vocabulary.ts';
import type { Command, CommandOption } from './command.ts';
import { EVERYWHERE } from './shared-options.ts';

/** What holds for every command. */
export const GENERAL = [
  '"-" as FILE is standard input. A folder stands for the cookie files below it, told by their content; links in it are not followed, and hidden files only with --hidden. A pattern (*.txt) is for shells that leave it to the program.',
  'A file that fails is told by name and does not stop the others. Values are masked unless --reveal is given, except where the output is itself a cookie file.',
] as const;

/** The exit codes, from the best to the worst; of several files the worst counts. */
export const EXIT_HELP: Readonly<Record<string, string>> = {
  '0': 'All is well.',
  '1': 'There are findings at the level asked, differences, conflicts, or losses under --strict.',
  '2': 'The command was not understood, or a file could not be read or written.',
};

/** What "crumbs help" says. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Crumbs: see what is wrong with cookie files, fix it, and write it back without losing a byte.',
    '',
    'Usage: crumbs COMMAND FILE|FOLDER… [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    `  ${'help'.padEnd(width)}  Explain a command: crumbs help check`,
    '',
    ...GENERAL.flatMap((text) => wrapped(text)),
    '',
    'Exit codes:',
    ...Object.entries(EXIT_HELP).map(([code, text]) => `  ${code}  ${text}`),
    '',
  ].join('\n');
}

/** What "crumbs help COMMAND" says. */
export function helpOf(command: Command): string {
  const { name, usage, summary, details } = command;
  const options = Object.entries({ ...command.options, ...EVERYWHERE });
  const rows = options.map(([option, about]) => [spelt(option, about), about.help] as const);
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

function wrapped(text: string, width = 118): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
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

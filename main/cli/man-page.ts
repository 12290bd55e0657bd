import type { Command, CommandOption } from './command.ts';
import { EVERYWHERE } from './shared-options.ts';

/** What every command has in common, for whoever reads a manual page. */
export interface ManualFacts {
  readonly version: string;
  /** Paragraphs on what holds for all commands. */
  readonly description: readonly string[];
  readonly exitCodes: Readonly<Record<string, string>>;
}

/** The manual page of `crumbs` in the man macros of roff, made of the command table. It has no date: the same table gives the same page. */
export function manPage(
  commands: readonly Command[],
  { version, description, exitCodes }: ManualFacts,
): string {
  return [
    `.TH CRUMBS 1 "" "Crumbs ${roff(version)}" "User Commands"`,
    '.SH NAME',
    'crumbs \\- check, mend, convert and compare cookie files',
    '.SH SYNOPSIS',
    '.B crumbs',
    '.I COMMAND FILE\\fR|\\fIFOLDER\\fR...',
    '.RI [ OPTIONS ]',
    '.SH DESCRIPTION',
    ...description.flatMap((text, at) => [...(at === 0 ? [] : ['.PP']), roff(text)]),
    '.SH OPTIONS',
    'Of every command:',
    ...Object.entries(EVERYWHERE).flatMap(optionLines),
    '.TP',
    '\\fB\\-\\-help\\fR',
    'Say what the command does and takes.',
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...Object.entries(exitCodes).flatMap(([code, text]) => ['.TP', `.B ${code}`, roff(text)]),
    '.SH ENVIRONMENT',
    '.TP',
    '.B CRUMBS_DATA_DIR',
    'The folder for settings, earlier versions and keys, in the place of the usual one.',
    '.TP',
    '.B CRUMBS_DEBUG',
    'When it is set, bugs are told with their places in the program.',
    '',
  ].join('\n');
}

function commandLines({ name, usage, summary, options, details }: Command): readonly string[] {
  return [
    `.SS "crumbs ${roff(name)}"`,
    roff(`${summary}.`),
    '.PP',
    `\\fBcrumbs ${roff(name)}\\fR ${roff(usage)}`,
    ...Object.entries(options).flatMap(optionLines),
    ...(details === undefined ? [] : ['.PP', '.nf', ...details().split('\n').map(roff), '.fi']),
  ];
}

function optionLines([name, { argument, help }]: readonly [string, CommandOption]): readonly string[] {
  const behind = argument === undefined ? '' : ` \\fI${roff(argument)}\\fR`;
  return ['.TP', `\\fB${roff(`--${name}`)}\\fR${behind}`, roff(help)];
}

/** Text that roff sets as it stands: its own marks are spelt, and so is what is not ASCII. */
function roff(text: string): string {
  const spelt = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/[^\0-\x7f]/gu, (character) => `\\[u${codeOf(character)}]`);
  return /^[.']/.test(spelt) ? `\\&${spelt}` : spelt;
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

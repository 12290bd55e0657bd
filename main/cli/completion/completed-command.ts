import type { Command, CommandOption } from '../command.ts';
import { EVERYWHERE } from '../shared-options.ts';

/** What can stand somewhere on a command line. */
export type Completed =
  | { readonly kind: 'files' | 'folders' | 'text' }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** A command as a shell needs to know it. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly {
    readonly name: string;
    readonly help: string;
    readonly multiple: boolean;
    /** What follows the option; nothing for one that stands alone. */
    readonly argument: Completed | undefined;
  }[];
  readonly rest: Completed;
}

const FILES: Completed = { kind: 'files' };

/** The commands, and what can stand where, for a shell to offer. */
export function completedCommands(commands: readonly Command[]): readonly CompletedCommand[] {
  const all = commands.map(({ name, summary, options, words }) => ({
    name,
    summary,
    options: Object.entries({ ...options, ...EVERYWHERE }).map(([option, about]) => ({
      name: option,
      help: about.help,
      multiple: about.multiple === true,
      argument: argumentOf(about),
    })),
    rest: words === undefined ? FILES : ({ kind: 'words', words } as const),
  }));
  const names = commands.map(({ name }) => name);
  const help = { name: 'help', summary: 'Explain a command', options: [] };
  return [...all, { ...help, rest: { kind: 'words', words: names } }];
}

function argumentOf({ type, argument, choices }: CommandOption): Completed | undefined {
  if (type === 'boolean') return undefined;
  if (choices !== undefined) return { kind: 'words', words: choices };
  if (argument === 'FOLDER') return { kind: 'folders' };
  return argument === 'FILE' || argument === 'RECIPE' ? FILES : { kind: 'text' };
}

/** The first sentence of a help text: a shell has one line for it. */
export function shortHelp(help: string): string {
  return (/^.*?(?=[.;:] |[.;:]?$)/.exec(help)?.[0] ?? help).slice(0, 90);
}

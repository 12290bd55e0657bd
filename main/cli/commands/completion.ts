import { type Command, UsageError } from '../command.ts';
import { bashCompletion } from '../completion/bash.ts';
import { type CompletedCommand, completedCommands } from '../completion/completed-command.ts';
import { fishCompletion } from '../completion/fish.ts';
import { powershellCompletion } from '../completion/powershell.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { ExitCode } from '../exit-codes.ts';

type Script = (commands: readonly CompletedCommand[]) => string;

const SCRIPTS = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
} as const satisfies Record<string, Script>;

const SHELLS = Object.keys(SCRIPTS) as readonly (keyof typeof SCRIPTS)[];

/** `crumbs completion`: what makes the Tab key know commands, options and their words. */
export const completion: Command = {
  name: 'completion',
  usage: SHELLS.join('|'),
  summary: 'Print what makes a shell complete commands and options',
  files: { least: 1, most: 1 },
  words: SHELLS,
  options: {},
  details: () =>
    [
      'For this terminal, or in the file that the shell reads when it starts:',
      '  bash        eval "$(crumbs completion bash)"',
      '  zsh         eval "$(crumbs completion zsh)"',
      '  fish        crumbs completion fish | source',
      '  powershell  crumbs completion powershell | Out-String | Invoke-Expression',
    ].join('\n'),
  run: async ({ io, files, commands }) => {
    const shell = SHELLS.find((known) => known === files[0]);
    if (shell === undefined) throw new UsageError(`completion takes ${SHELLS.join(', ')}.`, 'completion');
    await io.write(SCRIPTS[shell](completedCommands(commands)));
    return ExitCode.fine;
  },
};

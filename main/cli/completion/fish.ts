import { type Completed, type CompletedCommand, shortHelp } from './completed-command.ts';

/** The completion of fish: in ~/.config/fish/completions/crumbs.fish, or sourced. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, options, rest }) => {
    const during = `complete -c crumbs -n ${quoted(`__crumbs_does ${name}`)}`;
    return [
      `complete -c crumbs -n __crumbs_has_no_command -f -a ${name} -d ${quoted(summary)}`,
      `${during} ${offered(rest, '-f')}`,
      ...options.map(
        ({ name: option, help, argument }) =>
          `${during} -l ${option}${argument === undefined ? '' : ` ${offered(argument, '-x')}`} -d ${quoted(shortHelp(help))}`,
      ),
    ];
  });
  return `# Completion of crumbs for fish: crumbs completion fish | source
function __crumbs_has_no_command
    test (count (commandline -opc)) -eq 1
end
function __crumbs_does
    set -l words (commandline -opc)
    test (count $words) -gt 1 -a "$words[2]" = "$argv[1]"
end
${lines.join('\n')}
`;
}

/** `only` is what keeps the names of files out where they are not meant. */
function offered(completed: Completed, only: '-f' | '-x'): string {
  switch (completed.kind) {
    case 'words':
      return `${only} -a ${quoted(completed.words.join(' '))}`;
    case 'folders':
      return `${only} -a '(__fish_complete_directories)'`;
    case 'files':
      return only === '-x' ? '-r -F' : '-F';
    case 'text':
      return only;
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

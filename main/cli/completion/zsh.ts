import { type Completed, type CompletedCommand, shortHelp } from './completed-command.ts';
import { posixQuoted } from './quoted.ts';

/** The completion of zsh: in a folder of $fpath as "_crumbs", or evaluated behind compinit. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name, summary }) => `    ${posixQuoted(`${name}:${summary}`)}`);
  return `#compdef crumbs
# Completion of crumbs for zsh: eval "$(crumbs completion zsh)"
_crumbs() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${commands.map(cases).join('\n')}
  esac
}
if [ "$funcstack[1]" = _crumbs ]; then
  _crumbs "$@"
else
  compdef _crumbs crumbs
fi
`;
}

function cases({ name, options, rest }: CompletedCommand): string {
  const specs = options.map(({ name: option, help, multiple, argument }) => {
    const head = `${multiple ? '*' : ''}--${option}${argument === undefined ? '' : '='}[${escaped(shortHelp(help))}]`;
    return argument === undefined ? head : `${head}:${option}:${action(argument)}`;
  });
  const all = [...specs, `*:${rest.kind === 'words' ? 'word' : 'file'}:${action(rest)}`];
  return `    ${name})\n      _arguments ${all.map(posixQuoted).join(' \\\n        ')} ;;`;
}

function action(completed: Completed): string {
  switch (completed.kind) {
    case 'words':
      return `(${completed.words.map(escaped).join(' ')})`;
    case 'folders':
      return '_files -/';
    case 'files':
      return '_files';
    case 'text':
      return ' ';
  }
}

/** What _arguments takes for its own marks stands for itself. */
function escaped(text: string): string {
  return text.replace(/[[\]:()\\]/g, '\\$&');
}

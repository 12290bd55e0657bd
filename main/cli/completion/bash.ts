import type { Completed, CompletedCommand } from './completed-command.ts';
import { posixQuoted } from './quoted.ts';

/** The completion of bash 3.2 and newer: source it, or put it where bash-completion looks. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const behind = commands.flatMap(({ name, options }) =>
    options.flatMap(({ name: option, argument }) =>
      argument === undefined
        ? []
        : [`    ${posixQuoted(`${name} --${option}`)}) ${offered(argument)}; return ;;`],
    ),
  );
  const dashed = commands.map(({ name, options }) => {
    const words = [...options.map((option) => `--${option.name}`), '--help'];
    return `      ${name}) ${offered({ kind: 'words', words })} ;;`;
  });
  const rest = commands.map(({ name, rest: one }) => `    ${name}) ${offered(one)} ;;`);
  const names = [...commands.map(({ name }) => name), '--help', '--version'];
  return `# Completion of crumbs for bash: eval "$(crumbs completion bash)"
_crumbs() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    ${offered({ kind: 'words', words: names })}
    return
  fi
  # Bash takes "=" for a word of its own.
  if [ "$current" = "=" ]; then
    current=""
  elif [ "$previous" = "=" ]; then
    previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "$command $previous" in
${behind.join('\n')}
  esac
  case "$current" in
    -*)
      case "$command" in
${dashed.join('\n')}
      esac
      return ;;
  esac
  case "$command" in
${rest.join('\n')}
  esac
}
complete -o default -F _crumbs crumbs
`;
}

/** What is offered for the word at the cursor; without an offer bash completes the names of files. */
function offered(completed: Completed): string {
  switch (completed.kind) {
    case 'words':
      return `COMPREPLY=($(compgen -W ${posixQuoted(completed.words.join(' '))} -- "$current"))`;
    case 'folders':
      return 'compopt -o dirnames 2>/dev/null';
    case 'files':
      return ':';
    case 'text':
      return 'compopt +o default 2>/dev/null';
  }
}

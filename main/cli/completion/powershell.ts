import { type Completed, type CompletedCommand, shortHelp } from './completed-command.ts';

/** The completion of Windows PowerShell 5.1 and PowerShell 7: put it into $PROFILE. Files are completed by the shell itself. */
export function powershellCompletion(commands: readonly CompletedCommand[]): string {
  return `# Completion of crumbs for PowerShell: crumbs completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName crumbs -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map(({ name, summary }) => `    ${quoted(name)} = ${quoted(summary)}`).join('\n')}
  }
  $options = @{
${commands.map(optionsOf).join('\n')}
  }
  $words = @{
${commands.flatMap(wordsOf).join('\n')}
  }
  $given = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '' -and $given.Count -gt 1) { $given = @($given[0..($given.Count - 2)]) }
  if ($given.Count -eq 1) {
    $offers = $commands
  } else {
    $behind = $given[1] + ' ' + $given[-1]
    if ($words.ContainsKey($behind)) { $offers = $words[$behind] }
    elseif ($wordToComplete -like '-*') { $offers = $options[$given[1]] }
    elseif ($words.ContainsKey($given[1])) { $offers = $words[$given[1]] }
    else { return }
  }
  foreach ($offer in $offers.GetEnumerator()) {
    if ($offer.Key -like ($wordToComplete + '*')) {
      [System.Management.Automation.CompletionResult]::new($offer.Key, $offer.Key, 'ParameterValue', $offer.Value)
    }
  }
}
`;
}

function optionsOf({ name, options }: CompletedCommand): string {
  const each = options.map((option) => `${quoted(`--${option.name}`)} = ${quoted(shortHelp(option.help))}`);
  return `    ${quoted(name)} = [ordered]@{ ${each.join('; ')} }`;
}

/** The words that an option may be, under the command and the option; those of a command under its name. */
function wordsOf({ name, options, rest }: CompletedCommand): readonly string[] {
  return [
    ...table(name, rest),
    ...options.flatMap(({ name: option, argument }) =>
      argument === undefined ? [] : table(`${name} --${option}`, argument),
    ),
  ];
}

function table(key: string, completed: Completed): readonly string[] {
  if (completed.kind !== 'words') return [];
  const each = completed.words.map((word) => `${quoted(word)} = ${quoted(word)}`);
  return [`    ${quoted(key)} = [ordered]@{ ${each.join('; ')} }`];
}

/** PowerShell takes typographic quotes for quotes too. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

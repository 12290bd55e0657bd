/** Words in which no shell finds a meaning; `=` and `@` have one at the beginning. */
const PLAIN = /^[A-Za-z0-9/._-][A-Za-z0-9/._:@,=-]*$/;

/**
 * What must never be pasted into a terminal or read by a person as something else: controls (a quoted one can end a
 * terminal's bracketed paste), characters that turn the direction of text, invisible ones, blanks that are not a space.
 */
const TREACHEROUS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]|[^\S ]/u;

/** Whether a text may stand in a command at all. */
export function isShellText(text: string): boolean {
  return !TREACHEROUS.test(text);
}

/**
 * One argument for dash, bash, zsh, fish, busybox and mksh alike. Inside single quotes fish gives `\` a meaning and the
 * others do not, so quotes and backslashes both stand outside of them, where all six read `\'` and `\\` alike.
 * Nothing for a text that must not stand in a command.
 */
export function shellQuote(text: string): string | undefined {
  if (!isShellText(text)) return undefined;
  if (PLAIN.test(text)) return text;
  return `'${text.replace(/['\\]/g, (character) => `'\\${character}'`)}'`;
}

/** A command of these arguments, or nothing when one of them must not stand in a command. */
export function shellCommand(args: readonly string[]): string | undefined {
  const quoted = args.map(shellQuote);
  return quoted.includes(undefined) ? undefined : quoted.join(' ');
}

/** A file name that no program takes for an option. */
export function fileArgument(name: string): string {
  return name.startsWith('-') ? `./${name}` : name;
}

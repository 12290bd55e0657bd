/**
 * What must never be pasted into a terminal or read by a person as something else: controls (a quoted one can end a
 * terminal's bracketed paste), characters that turn the direction of text, invisible ones, blanks that are not a space.
 */
const TREACHEROUS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]|[^\S ]/u;

/** Whether a text may stand in a command, or in code that is copied, at all. */
export function isShellText(text: string): boolean {
  return !TREACHEROUS.test(text);
}

/** A file name that no program takes for an option. */
export function fileArgument(name: string): string {
  return name.startsWith('-') ? `./${name}` : name;
}

/** A word as POSIX shells, bash and zsh read it literally. */
export function posixQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

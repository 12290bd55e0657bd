const MOST = 20;

/** The list with `path` first, without doubles, at most twenty. */
export function withRecentFile(recent: readonly string[], path: string): string[] {
  return [path, ...recent.filter((known) => known !== path)].slice(0, MOST);
}

/** The list without `path`: it could not be opened any more. */
export function withoutRecentFile(recent: readonly string[], path: string): string[] {
  return recent.filter((known) => known !== path);
}

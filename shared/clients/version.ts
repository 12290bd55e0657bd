/** A stretch of a program's releases: from `since` on, and before `until`; each may be missing. */
export interface VersionRange {
  readonly since?: string;
  readonly until?: string;
}

/** A behaviour that differs by release: the first choice whose range holds the version is meant. */
export type ByVersion<Value> = readonly (VersionRange & { readonly value: Value })[];

/** Less than zero when `one` is older than `other`; numbers are compared as numbers, and `8.22-dev` is as new as 8.22. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether the range holds the version. */
export function inRange(version: string, { since, until }: VersionRange): boolean {
  if (since !== undefined && compareVersions(version, since) < 0) return false;
  return until === undefined || compareVersions(version, until) < 0;
}

/** The steps of a version, in their order. */
export function stepsOf<Step extends VersionRange>(steps: readonly Step[], version: string): readonly Step[] {
  return steps.filter((step) => inRange(version, step));
}

/** What holds for a version. A table that says nothing of it is a bug and throws. */
export function choose<Value>(choices: ByVersion<Value>, version: string): Value {
  const choice = choices.find((range) => inRange(version, range));
  if (choice === undefined) throw new Error(`nothing is known of version ${version}`);
  return choice.value;
}

/** Each behaviour of a table as it is in a version. */
export function behaviourOf<Table extends Readonly<Record<string, ByVersion<unknown>>>>(
  table: Table,
  version: string,
): { readonly [Name in keyof Table]: Table[Name][number]['value'] } {
  const entries = Object.entries(table).map(([name, choices]) => [name, choose(choices, version)]);
  return Object.fromEntries(entries) as { readonly [Name in keyof Table]: Table[Name][number]['value'] };
}

/** Whether this can be a version: numbers with full stops between, and perhaps a word behind (`8.22-dev`). */
export function isVersion(text: string): boolean {
  return /^\d{1,9}(?:\.\d{1,9})*(?:[-_a-z][-.\w]*)?$/i.test(text);
}

function numbersOf(version: string): readonly number[] {
  return /^[\d.]*/.exec(version)?.[0].split('.').map(Number) ?? [];
}

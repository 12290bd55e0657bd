import type { Figures } from './crumbs.ts';

/** Of each figure the median of the runs that have it. */
export function medianOf(list: readonly Figures[]): Figures {
  const names = new Set(list.flatMap((figures) => Object.keys(figures)));
  return Object.fromEntries(
    Array.from(names, (name) => {
      const values = list.flatMap((figures) => figures[name] ?? []).sort((one, other) => one - other);
      return [name, values[values.length >> 1] ?? Number.NaN];
    }),
  );
}

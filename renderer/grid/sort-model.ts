import type { Sort, SortColumn } from '#shared/api/view.ts';

/** The columns' ids are the engine's names for what they sort by; these cannot be sorted by. */
const UNSORTED: ReadonlySet<string> = new Set(['select']);

/** The grid's order of columns as the engine takes it. */
export function sortFrom(model: readonly { readonly colId: string; readonly sort: string }[]): Sort {
  return model
    .filter(({ colId }) => !UNSORTED.has(colId))
    .map(({ colId, sort }) => ({ column: colId as SortColumn, descending: sort === 'desc' }));
}

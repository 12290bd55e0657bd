import type { Params } from '#shared/api/api.ts';
import type { ViewInfo } from '#shared/api/view.ts';

/** A change of the selection, as the engine is asked for it. */
export type Selecting = Params<'view.select'>['change'];

/** How many lines a change of the selection leads to, as far as that is known before the engine's answer: what is none and what is some is. */
export function likelySelected(
  { selected, matches }: Pick<ViewInfo, 'selected' | 'matches'>,
  change: Selecting,
): number {
  switch (change.kind) {
    case 'all':
      return matches;
    case 'none':
      return 0;
    case 'invert':
      return Math.max(0, matches - selected);
    case 'only':
      return change.ids.length;
    case 'toggle':
      return Math.max(selected, change.ids.length);
    case 'range':
      return Math.max(change.keep ? selected : 0, change.to - change.from + 1);
  }
}

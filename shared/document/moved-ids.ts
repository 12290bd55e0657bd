import type { OrderMove } from './change.ts';

/** The fewest ids that must have been moved to come from one order to the other: all but a longest rising run. */
export function movedIds({ before, after }: OrderMove): Set<number> {
  const places = new Map<number, number>();
  for (let at = 0; at < before.length; at++) places.set(before[at] ?? 0, at);
  const ids = after.filter((id) => places.has(id));
  // Patience sorting: the last id of the best run of each length, and who stands before each id in its run.
  const ends: number[] = [];
  const previous = new Int32Array(ids.length).fill(-1);
  for (let at = 0; at < ids.length; at++) {
    const place = places.get(ids[at] ?? 0) ?? 0;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places.get(ids[ends[middle] ?? 0] ?? 0) ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const moved = new Set(ids);
  for (let at = ends[ends.length - 1] ?? -1; at >= 0; at = previous[at] ?? -1) moved.delete(ids[at] ?? 0);
  return moved;
}

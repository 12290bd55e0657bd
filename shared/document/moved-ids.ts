import { ABSENT, type OrderMove } from './change.ts';

/** The last answer for an order: edits that move nothing more leave it as it is. */
const answered = new WeakMap<Uint32Array, { readonly before: Uint32Array; readonly moved: Uint32Array }>();

/** The fewest ids that must have been moved to come from one order to the other: all but a longest rising run. */
export function movedIds({ before, after }: OrderMove): Uint32Array {
  const known = answered.get(after);
  if (known?.before === before) return known.moved;
  const moved = findMoved(before, after);
  answered.set(after, { before, moved });
  return moved;
}

function findMoved(before: Uint32Array, after: Uint32Array): Uint32Array {
  const ids: number[] = [];
  const places: number[] = [];
  const placeOf = placesOf(before);
  for (const id of after) {
    const place = placeOf[id] ?? ABSENT;
    if (place === ABSENT) continue;
    ids.push(id);
    places.push(place);
  }
  const stays = risingRun(places);
  return Uint32Array.from(ids.filter((_id, at) => stays[at] === 0));
}

/** By id, its place in the order. */
function placesOf(order: Uint32Array): Uint32Array {
  let most = 0;
  for (const id of order) if (id >= most) most = id + 1;
  const places = new Uint32Array(most).fill(ABSENT);
  for (let at = 0; at < order.length; at++) places[order[at] ?? 0] = at;
  return places;
}

/** Marks a longest rising run of different numbers, by patience sorting: `ends` holds where the best run of each length ends. */
function risingRun(numbers: readonly number[]): Uint8Array {
  const ends: number[] = [];
  const previous = new Int32Array(numbers.length).fill(-1);
  const endOf = (length: number): number => numbers[ends[length] ?? 0] ?? 0;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    let low = ends.length > 0 && endOf(ends.length - 1) < number ? ends.length : 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (endOf(middle) < number) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const marks = new Uint8Array(numbers.length);
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) marks[at] = 1;
  return marks;
}

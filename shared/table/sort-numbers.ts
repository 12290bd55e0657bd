import type { Progress } from './progress.ts';

/** Items worked on between two yields. */
const SLICE = 1 << 17;
const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;

/** Items, and the key of each. */
export interface Run {
  readonly items: Uint32Array;
  readonly keys: Uint32Array;
}

/**
 * The items by their keys (`keys[n]` is that of `items[n]`), those with equal keys in the order given. Both arrays are
 * used up. A radix sort: its time grows with the number of items and with nothing else. Watched by `test/bench` (sort).
 */
export function* sortByNumber(items: Uint32Array, keys: Uint32Array): Generator<Progress, Run> {
  const total = items.length;
  const counts = yield* countDigits(keys);
  let sorted = items;
  let sortedKeys = keys;
  let spare: Uint32Array | undefined;
  let spareKeys: Uint32Array | undefined;
  for (let digit = 0; digit < counts.length; digit++) {
    const next = counts[digit] as Uint32Array;
    if (next.includes(total)) continue;
    toBegins(next);
    spare ??= new Uint32Array(total);
    spareKeys ??= new Uint32Array(total);
    const shift = digit * DIGIT_BITS;
    for (let from = 0; from < total; from += SLICE) {
      const to = Math.min(from + SLICE, total);
      scatter({ items: sorted, keys: sortedKeys, from, to, shift }, next, { items: spare, keys: spareKeys });
      yield { done: to, total };
    }
    [sorted, spare] = [spare, sorted];
    [sortedKeys, spareKeys] = [spareKeys, sortedKeys];
  }
  return { items: sorted, keys: sortedKeys };
}

function scatter(
  source: Run & { from: number; to: number; shift: number },
  next: Uint32Array,
  target: Run,
): void {
  const { items, keys, from, to, shift } = source;
  for (let at = from; at < to; at++) {
    const key = keys[at] as number;
    const bucket = (key >>> shift) & (BUCKETS - 1);
    const place = next[bucket] as number;
    next[bucket] = place + 1;
    target.items[place] = items[at] as number;
    target.keys[place] = key;
  }
}

function* countDigits(keys: Uint32Array): Generator<Progress, Uint32Array[]> {
  const low = new Uint32Array(BUCKETS);
  const middle = new Uint32Array(BUCKETS);
  const high = new Uint32Array(BUCKETS);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    const lowDigit = key & (BUCKETS - 1);
    const middleDigit = (key >>> DIGIT_BITS) & (BUCKETS - 1);
    const highDigit = key >>> (2 * DIGIT_BITS);
    low[lowDigit] = (low[lowDigit] as number) + 1;
    middle[middleDigit] = (middle[middleDigit] as number) + 1;
    high[highDigit] = (high[highDigit] as number) + 1;
    if (at % SLICE === SLICE - 1) yield { done: 0, total: keys.length };
  }
  return [low, middle, high];
}

/** Turns counts into where each bucket begins. */
function toBegins(counts: Uint32Array): void {
  let total = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const count = counts[bucket] as number;
    counts[bucket] = total;
    total += count;
  }
}

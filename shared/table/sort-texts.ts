import type { Progress } from './progress.ts';
import { sortByNumber } from './sort-numbers.ts';

/** Texts by number: text n is `bytes[ends[2 * n], ends[2 * n + 1])`. */
export interface Texts {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Items looked at between two yields. */
const SLICE = 1 << 15;
/** Below this a native sort of packed numbers is quicker than a radix sort, and below the next an insertion sort. */
const RADIX_FROM = 1 << 12;
const PACKED_FROM = 24;

/**
 * Texts in the order of their bytes, equal ones in the order given. Four bytes are a number; items are sorted by it, and
 * those that are equal go on with the next four. A text that ends counts zeros, so that lengths decide only between
 * texts with zero bytes. Watched by `test/bench` (sort).
 */
export function* sortTexts(
  texts: Texts,
  items: Uint32Array,
  descending: boolean,
): Generator<Progress, Uint32Array> {
  const order = items.slice();
  const work = new TextSort(texts, order, descending);
  const open: Run[] = [{ from: 0, to: order.length, depth: 0 }];
  let since = 0;
  for (let run = open.pop(); run !== undefined; run = open.pop()) {
    const count = run.to - run.from;
    if (count >= RADIX_FROM) yield* work.sortLarge(run);
    else work.sortSmall(run);
    for (let from = run.from; from < run.to;) {
      from = work.collectTies(run, from, open);
      if (from < run.to) yield { done: from, total: order.length };
    }
    since += count;
    if (since < SLICE) continue;
    since = 0;
    yield { done: run.from, total: order.length };
  }
  return order;
}

/** Items `[from, to)` of the order, which agree in their first `depth` bytes. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

class TextSort {
  readonly #texts: Texts;
  readonly #order: Uint32Array;
  readonly #flip: number;
  /** The four bytes by which each item of the last run was sorted. */
  readonly #keys: Uint32Array;
  readonly #packed = new BigUint64Array(RADIX_FROM);
  readonly #halves = new Uint32Array(this.#packed.buffer);
  readonly #scratch = new Uint32Array(RADIX_FROM);

  constructor(texts: Texts, order: Uint32Array, descending: boolean) {
    this.#texts = texts;
    this.#order = order;
    this.#flip = descending ? 0xffffffff : 0;
    this.#keys = new Uint32Array(order.length);
  }

  *sortLarge({ from, to, depth }: Run): Generator<Progress, void> {
    const total = this.#order.length;
    for (let at = from; at < to; at += SLICE) {
      this.#fillKeys(at, Math.min(at + SLICE, to), depth);
      yield { done: at, total };
    }
    const sorted = yield* sortByNumber(this.#order.slice(from, to), this.#keys.slice(from, to));
    this.#order.set(sorted.items, from);
    this.#keys.set(sorted.keys, from);
  }

  sortSmall({ from, to, depth }: Run): void {
    this.#fillKeys(from, to, depth);
    if (to - from < PACKED_FROM) this.#insertionSort(from, to);
    else this.#packedSort(from, to);
  }

  /**
   * Notes the runs of equal keys that have bytes left to compare, from `from` on; sorts those that have none by length.
   * Looks at a slice, and says where the next begins.
   */
  collectTies({ to, depth }: Run, from: number, open: Run[]): number {
    const keys = this.#keys;
    let begin = from;
    for (let at = from + 1; at <= to; at++) {
      if (at < to && keys[at] === keys[begin]) continue;
      if (at - begin > 1) {
        if (((keys[begin] as number) ^ this.#flip) & 0xff)
          open.push({ from: begin, to: at, depth: depth + 4 });
        else this.#tieWithZero({ from: begin, to: at, depth }, open);
      }
      begin = at;
      if (at - from > SLICE) return at;
    }
    return to;
  }

  /** Scenario: the key ends in a zero, so the texts have ended, or else a zero byte is in them. */
  #tieWithZero(run: Run, open: Run[]): void {
    const items = this.#order.subarray(run.from, run.to);
    const first = this.#length(items[0] as number);
    if (items.every((item) => this.#length(item) === first)) {
      if (first > run.depth + 4) open.push({ ...run, depth: run.depth + 4 });
      return;
    }
    const direction = this.#flip === 0 ? 1 : -1;
    items.set(
      Uint32Array.from(Array.from(items).sort((one, other) => direction * this.#compare(one, other))),
    );
  }

  #length(item: number): number {
    const { ends } = this.#texts;
    return (ends[2 * item + 1] as number) - (ends[2 * item] as number);
  }

  #compare(one: number, other: number): number {
    const { bytes, ends } = this.#texts;
    const start = ends[2 * one] as number;
    const otherStart = ends[2 * other] as number;
    const length = this.#length(one);
    const otherLength = this.#length(other);
    for (let at = 0; at < Math.min(length, otherLength); at++) {
      const difference = (bytes[start + at] as number) - (bytes[otherStart + at] as number);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  #fillKeys(from: number, to: number, depth: number): void {
    const { bytes, ends } = this.#texts;
    const order = this.#order;
    const keys = this.#keys;
    const flip = this.#flip;
    for (let at = from; at < to; at++) {
      const item = order[at] as number;
      const begin = (ends[2 * item] as number) + depth;
      const left = (ends[2 * item + 1] as number) - begin;
      let key = 0;
      if (left > 3) {
        key =
          ((bytes[begin] as number) << 24) |
          ((bytes[begin + 1] as number) << 16) |
          ((bytes[begin + 2] as number) << 8) |
          (bytes[begin + 3] as number);
      } else {
        if (left > 0) key = (bytes[begin] as number) << 24;
        if (left > 1) key |= (bytes[begin + 1] as number) << 16;
        if (left > 2) key |= (bytes[begin + 2] as number) << 8;
      }
      keys[at] = key ^ flip;
    }
  }

  #insertionSort(from: number, to: number): void {
    const order = this.#order;
    const keys = this.#keys;
    for (let at = from + 1; at < to; at++) {
      const key = keys[at] as number;
      const item = order[at] as number;
      let place = at - 1;
      while (place >= from && (keys[place] as number) > key) {
        keys[place + 1] = keys[place] as number;
        order[place + 1] = order[place] as number;
        place--;
      }
      keys[place + 1] = key;
      order[place + 1] = item;
    }
  }

  /** Key and place in one number each, so that equal keys stay in order. */
  #packedSort(from: number, to: number): void {
    const halves = this.#halves;
    const scratch = this.#scratch;
    const count = to - from;
    for (let at = 0; at < count; at++) {
      halves[2 * at] = at;
      halves[2 * at + 1] = this.#keys[from + at] as number;
      scratch[at] = this.#order[from + at] as number;
    }
    this.#packed.subarray(0, count).sort();
    for (let at = 0; at < count; at++) {
      this.#order[from + at] = scratch[halves[2 * at] as number] as number;
      this.#keys[from + at] = halves[2 * at + 1] as number;
    }
  }
}

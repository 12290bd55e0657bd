/** How far long work has come, in whatever unit it counts. Work is a generator that yields this between slices. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** It cannot go on before more of its input is there. */
  readonly waiting?: true;
  /** From here on it must go on to its end: it begins to change what others see. */
  readonly final?: true;
}

/** So many items between two chances for others. */
const ITEMS_A_SLICE = 512;

/** Visits items in slices. */
export function* visitInSlices<Item>(
  items: { readonly length: number; entries(): Iterable<[number, Item]> },
  visit: (item: Item, at: number) => void,
): Generator<Progress, void> {
  for (const [at, item] of items.entries()) {
    visit(item, at);
    if ((at + 1) % ITEMS_A_SLICE === 0) yield { done: at + 1, total: items.length };
  }
}

/** Collects items as they are made, in slices; `total`: how many there may be. */
export function* collectInSlices<Item>(items: Iterable<Item>, total: number): Generator<Progress, Item[]> {
  const all: Item[] = [];
  for (const item of items) {
    all.push(item);
    if (all.length % ITEMS_A_SLICE === 0) yield { done: all.length, total };
  }
  return all;
}

/** Runs long work straight through, for hosts that need not stay responsive. All of its input must be there. */
export function finish<Result>(work: Generator<Progress, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

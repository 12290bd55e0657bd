/** What `items` gives, in lists of at most `size`: few writes, and never all in memory. */
export function* batches<Item>(items: Iterable<Item>, size = 1000): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What `change` makes of each item, when it is asked for. */
export function* mapped<From, To>(items: Iterable<From>, change: (item: From) => To): Generator<To> {
  for (const item of items) yield change(item);
}

/** Writes `items` between what opens and closes a JSON list, a comma and a new line between two of them. */
export async function writeList(
  write: (text: string) => Promise<void>,
  items: Iterable<string>,
  [open, close]: readonly [string, string],
): Promise<void> {
  let first = true;
  await write(open);
  for (const batch of batches(items)) {
    await write(`${first ? '\n' : ',\n'}${batch.join(',\n')}`);
    first = false;
  }
  await write(first ? close : `\n${close}`);
}

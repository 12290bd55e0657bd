import type { TransferChoicesInput, TransferInfo, TransferRow } from '#shared/api/transfer.ts';

/** What the person chose so far: new rows to leave out, and changed ones that go against the choice for all of them. */
export interface Chosen {
  readonly changed: boolean;
  readonly left: ReadonlySet<number>;
  readonly against: ReadonlySet<number>;
}

/** At first everything that is new or changed is taken. */
export const EVERYTHING: Chosen = { changed: true, left: new Set(), against: new Set() };

/** Whether the row goes in; nothing for a row that cannot, or need not. */
export function isTaken(
  { changed, left, against }: Chosen,
  { at, standing }: TransferRow,
): boolean | undefined {
  if (standing === 'new' || standing === 'line') return !left.has(at);
  return standing === 'changed' ? changed !== against.has(at) : undefined;
}

/** Takes a row after all, or leaves it out. */
export function flip(chosen: Chosen, { at, standing }: TransferRow): Chosen {
  if (standing === 'changed') return { ...chosen, against: toggled(chosen.against, at) };
  return { ...chosen, left: toggled(chosen.left, at) };
}

/** A choice for all changed rows takes the place of those made one by one. */
export function chooseChanged(chosen: Chosen, changed: boolean): Chosen {
  return { ...chosen, changed, against: new Set() };
}

/** How many rows go in. */
export function takenCount({ changed, left, against }: Chosen, { counts }: TransferInfo): number {
  const replaced = changed ? counts.changed - against.size : against.size;
  return counts.new + counts.line - left.size + replaced;
}

/** The choices as the engine takes them. */
export function choicesOf({ changed, left, against }: Chosen): TransferChoicesInput {
  return { changed, except: [...left, ...against] };
}

function toggled(set: ReadonlySet<number>, at: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(at)) next.add(at);
  return next;
}

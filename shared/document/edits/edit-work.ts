import type { EpochSeconds } from '../../cookie/cookie.ts';
import { MASK } from '../../cookie/mask.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import { shownField } from '../../table/shown-entry.ts';
import type { Progress } from '../../table/progress.ts';
import { sortByNumber } from '../../table/sort-numbers.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { UserEvent } from '../transaction.ts';
import type { ChangeBuilder } from './change-builder.ts';
import type { EditDone } from './edit-outcome.ts';

/** The lines that an edit works on, and the time that its step bears. Ids without a line are passed over. */
export interface EditTarget {
  readonly ids: ArrayLike<number>;
  readonly now: EpochSeconds;
}

/** How many lines are worked on between two slices: some 5 ms, and four times that while the code is not compiled. */
export const LINES_A_SLICE = 2048;

/** The lines of a target that are there, each once, in ascending order of id; with `entriesOnly` those that are entries. */
export function* linesOf(
  document: CookieDocument,
  ids: ArrayLike<number>,
  entriesOnly: boolean,
): Generator<Progress, Uint32Array> {
  const { lines, table } = document;
  const sorted = yield* inOrder(ids instanceof Uint32Array ? ids.slice() : Uint32Array.from(ids));
  let length = 0;
  for (let at = 0; at < sorted.length; at++) {
    const id = sorted[at] ?? 0;
    const row = lines.row(id);
    if (row === ABSENT || (length > 0 && sorted[length - 1] === id)) continue;
    if (entriesOnly && ((table.columns.flags[row] ?? 0) & KIND_MASK) !== Kind.entry) continue;
    sorted[length++] = id;
  }
  yield { done: 0, total: length };
  return sorted.subarray(0, length);
}

/** The ids in ascending order, which they nearly always have. They are used up. */
function* inOrder(ids: Uint32Array): Generator<Progress, Uint32Array> {
  let at = 1;
  while (at < ids.length && (ids[at - 1] as number) <= (ids[at] as number)) at++;
  return at >= ids.length ? ids : (yield* sortByNumber(ids, ids.slice())).items;
}

/** Visits lines in slices. */
export function* eachLine(
  ids: Uint32Array,
  visit: (id: number) => void,
  slice = LINES_A_SLICE,
): Generator<Progress, void> {
  for (let at = 0; at < ids.length; at++) {
    visit(ids[at] ?? 0);
    if ((at + 1) % slice === 0) yield { done: at + 1, total: ids.length };
  }
}

/** Makes the step of what was collected, and says what it did. Nothing collected is no step. */
export function* commitEdit(
  document: CookieDocument,
  builder: ChangeBuilder,
  step: { readonly label: string; readonly event: UserEvent; readonly now: EpochSeconds },
): Generator<Progress, EditDone> {
  yield { done: builder.size, total: builder.size };
  const change = builder.build();
  yield { done: builder.size, total: builder.size };
  const { label, event, now } = step;
  const added = [...builder.inserted];
  if (builder.size > 0 || change.properties !== undefined) {
    yield* document.commit({ label, event, time: now, change });
  }
  return { label, changed: Math.max(builder.size, change.properties === undefined ? 0 : 1), added };
}

/** "14 cookies", "1 line", or the name of the only one. */
export function countText(document: CookieDocument, ids: ArrayLike<number>): string {
  const { table, lines } = document;
  let entries = 0;
  for (let at = 0; at < ids.length; at++) {
    if (((table.columns.flags[lines.row(ids[at] ?? 0)] ?? Kind.blank) & KIND_MASK) === Kind.entry) entries++;
  }
  const only = ids.length === 1 && entries === 1 ? shownField(table, lines.row(ids[0] ?? 0), 'name') : '';
  if (only !== '' && only.length <= 40 && !only.includes(MASK)) return only;
  const what = entries === ids.length ? 'cookie' : 'line';
  return `${ids.length.toLocaleString('en')} ${what}${ids.length === 1 ? '' : 's'}`;
}

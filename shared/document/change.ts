import { sameProperties } from './properties.ts';
import type { Properties } from './properties.ts';

/** Stands where a line has no row: it was removed, or is not there yet. */
export const ABSENT = 0xffff_ffff;

/** Lines that point at other rows now, one element a line; `ids` ascend. `ABSENT` stands for "no such line". */
export interface RowChange {
  readonly ids: Uint32Array;
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

/**
 * Where lines that are new with a change stand: each behind its anchor (`ABSENT`: before the first line), those with
 * one anchor in the order given. An anchor is never itself one of `ids`.
 */
export interface Insertion {
  readonly ids: Uint32Array;
  readonly anchors: Uint32Array;
}

/** Another order of the lines, removed ones included; made before the insertion. */
export interface OrderMove {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

/**
 * A step from one state of a document to another, as columns: never an object a line. Rows are append-only, so
 * going back is pointing at the earlier rows again.
 */
export interface Change {
  readonly rows: RowChange;
  readonly inserted?: Insertion;
  readonly move?: OrderMove;
  readonly properties?: { readonly before: Properties; readonly after: Properties };
}

const NONE = new Uint32Array(0);

/** The change that does nothing. */
export const NO_CHANGE: Change = { rows: { ids: NONE, before: NONE, after: NONE } };

/** True when the change does nothing at all. */
export function isNothing(change: Change): boolean {
  const { rows, move, properties } = change;
  if (rows.ids.length > 0 || properties !== undefined) return false;
  return move === undefined || sameOrder(move.before, move.after);
}

/** The change that takes `change` back. */
export function invert(change: Change): Change {
  const { rows, inserted, move, properties } = change;
  return {
    rows: { ids: rows.ids, before: rows.after, after: rows.before },
    ...(inserted && { inserted }),
    ...(move && { move: { before: move.after, after: move.before } }),
    ...(properties && { properties: { before: properties.after, after: properties.before } }),
  };
}

/** The one change that does what `first` and then `second` do. Lines that come back to their row drop out. */
export function compose(first: Change, second: Change): Change {
  const move = composeMoves(first, second);
  // A move says the whole order: the new lines stand in it already.
  const inserted = move === undefined ? composeInsertions(first.inserted, second.inserted) : undefined;
  const properties = composeProperties(first, second);
  return {
    rows: composeRows(first.rows, second.rows),
    ...(inserted && { inserted }),
    ...(move && { move }),
    ...(properties && { properties }),
  };
}

function composeProperties(first: Change, second: Change): Change['properties'] {
  if (first.properties === undefined || second.properties === undefined) {
    return first.properties ?? second.properties;
  }
  const { before } = first.properties;
  const { after } = second.properties;
  return sameProperties(before, after) ? undefined : { before, after };
}

/** A merge of two ascending lists; an absent line that stays absent, or a row that stays the same, is no change. */
function composeRows(first: RowChange, second: RowChange): RowChange {
  if (first.ids.length === 0) return second;
  if (second.ids.length === 0) return first;
  if (first.ids === second.ids) return kept(first.ids, first.before, second.after);
  const most = first.ids.length + second.ids.length;
  const ids = new Uint32Array(most);
  const before = new Uint32Array(most);
  const after = new Uint32Array(most);
  let length = 0;
  let left = 0;
  let right = 0;
  while (left < first.ids.length || right < second.ids.length) {
    // No id is ABSENT, so that it stands behind all of them.
    const leftId = left < first.ids.length ? (first.ids[left] as number) : ABSENT;
    const rightId = right < second.ids.length ? (second.ids[right] as number) : ABSENT;
    const was = (leftId <= rightId ? first.before[left] : second.before[right]) as number;
    const is = (rightId <= leftId ? second.after[right] : first.after[left]) as number;
    if (was !== is) {
      ids[length] = leftId < rightId ? leftId : rightId;
      before[length] = was;
      after[length++] = is;
    }
    if (leftId <= rightId) left++;
    if (rightId <= leftId) right++;
  }
  return {
    ids: ids.slice(0, length),
    before: before.slice(0, length),
    after: after.slice(0, length),
  };
}

/** A row change less the lines that stay on their row. */
function kept(ids: Uint32Array, before: Uint32Array, after: Uint32Array): RowChange {
  const at = new Uint32Array(ids.length);
  let length = 0;
  for (let place = 0; place < ids.length; place++) if (before[place] !== after[place]) at[length++] = place;
  if (length === ids.length) return { ids, before, after };
  const pick = (column: Uint32Array): Uint32Array => {
    const picked = new Uint32Array(length);
    for (let place = 0; place < length; place++) picked[place] = column[at[place] ?? 0] ?? ABSENT;
    return picked;
  };
  return { ids: pick(ids), before: pick(before), after: pick(after) };
}

function composeMoves(first: Change, second: Change): OrderMove | undefined {
  const last = second.move ?? first.move;
  if (last === undefined) return undefined;
  // An order that was noted before a line was put in lacks it: when steps are taken back, that is the later one.
  const after = withAll(last.after, [first.inserted, second.inserted]);
  const before = first.move?.before ?? withAll(last.before, [first.inserted]);
  return { before, after };
}

function withAll(order: Uint32Array, insertions: readonly (Insertion | undefined)[]): Uint32Array {
  let all = order;
  for (const insertion of insertions) if (insertion !== undefined) all = withInserted(all, insertion);
  return all;
}

function sameOrder(left: Uint32Array, right: Uint32Array): boolean {
  return left === right || (left.length === right.length && left.every((id, at) => id === right[at]));
}

/** Places of `second` that stand behind lines of `first` follow those to their anchors. */
function composeInsertions(
  first: Insertion | undefined,
  second: Insertion | undefined,
): Insertion | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const fresh = new Set(first.ids);
  const later = without(second, fresh);
  const groups = grouped(later);
  const ids: number[] = [];
  const anchors: number[] = [];
  const push = (id: number, anchor: number): void => {
    ids.push(id);
    anchors.push(anchor);
  };
  const opened = new Set<number>();
  for (const [at, id] of first.ids.entries()) {
    const anchor = first.anchors[at] ?? ABSENT;
    if (!opened.has(anchor)) {
      opened.add(anchor);
      for (const late of groups.get(anchor) ?? []) push(late, anchor);
    }
    push(id, anchor);
    for (const late of groups.get(id) ?? []) push(late, anchor);
  }
  for (const [at, id] of later.ids.entries()) {
    const anchor = later.anchors[at] ?? ABSENT;
    if (!opened.has(anchor) && !fresh.has(anchor)) push(id, anchor);
  }
  return { ids: Uint32Array.from(ids), anchors: Uint32Array.from(anchors) };
}

function without({ ids, anchors }: Insertion, known: ReadonlySet<number>): Insertion {
  return {
    ids: ids.filter((id) => !known.has(id)),
    anchors: anchors.filter((_, at) => !known.has(ids[at] ?? ABSENT)),
  };
}

function grouped(insertion: Insertion): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [at, id] of insertion.ids.entries()) {
    const anchor = insertion.anchors[at] ?? ABSENT;
    const group = groups.get(anchor);
    if (group) group.push(id);
    else groups.set(anchor, [id]);
  }
  return groups;
}

/** `order` with the lines of an insertion that are not in it yet, each behind its anchor. */
export function withInserted(order: Uint32Array, insertion: Insertion): Uint32Array {
  const { ids, anchors } = missing(order, insertion);
  if (ids.length === 0) return order;
  const all = new Uint32Array(order.length + ids.length);
  const last = order[order.length - 1] ?? ABSENT;
  if (anchors.every((anchor) => anchor === last)) {
    all.set(order);
    all.set(ids, order.length);
    return all;
  }
  const groups = grouped({ ids, anchors });
  const isAnchor = marks(anchors);
  let length = 0;
  const put = (anchor: number): void => {
    for (const id of groups.get(anchor) ?? []) all[length++] = id;
  };
  put(ABSENT);
  for (let at = 0; at < order.length; at++) {
    const id = order[at] as number;
    all[length++] = id;
    if (id < isAnchor.length && isAnchor[id] === 1) put(id);
  }
  return all.slice(0, length);
}

/** The part of an insertion that an order does not have yet. */
function missing(order: Uint32Array, insertion: Insertion): Insertion {
  const wanted = marks(insertion.ids);
  const present = new Set<number>();
  for (let at = 0; at < order.length; at++) {
    const id = order[at] as number;
    if (id < wanted.length && wanted[id] === 1) present.add(id);
  }
  return present.size === 0 ? insertion : without(insertion, present);
}

/** 1 for each of these ids: over a whole order, a look into it is much cheaper than a look into a set. */
function marks(ids: Uint32Array): Uint8Array {
  let most = 0;
  for (const id of ids) if (id !== ABSENT && id >= most) most = id + 1;
  const marked = new Uint8Array(most);
  for (const id of ids) if (id !== ABSENT) marked[id] = 1;
  return marked;
}

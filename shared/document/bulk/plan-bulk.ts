import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { eachLine, linesOf } from '../edits/edit-work.ts';
import { cookieWithField } from '../edits/write-row.ts';
import { findCollisions } from './collisions.ts';
import type { BulkOperation } from './operation.ts';
import { valueFor, type ValueFor } from './value-for.ts';

/** What becomes of an entry. `removed`: another one takes its place; `collided`: it stays, since another has its identity. */
export const Outcome = {
  unchanged: 0,
  changed: 1,
  refused: 2,
  protected: 3,
  collided: 4,
  removed: 5,
} as const;
export type OutcomeName = keyof typeof Outcome;
export const OUTCOMES = Object.keys(Outcome) as readonly OutcomeName[];

/** What is done where entries would become one cookie: all stay, those concerned are left as they were, or the last one wins. */
export type OnCollision = 'keep' | 'skip' | 'merge';

export interface BulkRequest {
  readonly ids: ArrayLike<number>;
  readonly operation: BulkOperation;
  readonly onCollision: OnCollision;
  readonly now: EpochSeconds;
}

/** Entries that would be one cookie afterwards and were not before, in document order. */
export interface Collision {
  readonly ids: readonly number[];
}

/** What an operation would do to each of many entries. Good for the state it was planned in only. */
export interface BulkPlan {
  readonly revision: number;
  /** The entries asked for, ascending, and one of `Outcome` for each. */
  readonly ids: Uint32Array;
  readonly outcomes: Uint8Array;
  /** How many there are of each; `removed` counts entries that were not asked for as well. */
  readonly counts: Readonly<Record<OutcomeName, number>>;
  /** Why entries are refused, by how many. */
  readonly reasons: ReadonlyMap<string, number>;
  readonly collisions: readonly Collision[];
  /** The lines that go because another one takes their place. */
  readonly removed: readonly number[];
}

/** Finds out what an operation would do. Nothing is changed. */
export function* planBulk(
  document: CookieDocument,
  request: BulkRequest,
): Generator<Progress, BulkPlan | { readonly refused: string }> {
  const ready = valueFor(document, request.operation, request.now);
  if ('refused' in ready) return ready;
  const value: ValueFor = ready;
  const ids = yield* linesOf(document, request.ids, true);
  const outcomes = new Uint8Array(ids.length);
  const reasons = new Map<string, number>();
  let at = 0;
  yield* eachLine(ids, (id) => {
    outcomes[at++] = outcomeOf(id);
  });
  const collided = yield* findCollisions(document, { ...request, value, ids, outcomes });
  const counts = { unchanged: 0, changed: 0, refused: 0, protected: 0, collided: 0, removed: 0 };
  for (const outcome of outcomes) counts[OUTCOMES[outcome] ?? 'unchanged']++;
  counts.removed = collided.removed.length;
  return { revision: document.revision, ids, outcomes, counts, reasons, ...collided };

  function outcomeOf(id: number): number {
    const row = document.lines.row(id);
    const after = value(row);
    if (after === undefined) return Outcome.unchanged;
    if ('refused' in after) {
      reasons.set(after.refused, (reasons.get(after.refused) ?? 0) + 1);
      return Outcome.refused;
    }
    if (cookieWithField(document, row, after) === undefined) return Outcome.unchanged;
    return document.protection.has(id) ? Outcome.protected : Outcome.changed;
  }
}

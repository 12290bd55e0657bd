import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { BulkOperation } from './operation.ts';

/** How many entries are worked on between two slices: patterns and identities take longer than columns. */
export const ENTRIES_A_SLICE = 512;

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

import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { DiskRows } from '../reload/disk-rows.ts';

/** What becomes of a line without a choice: nothing happened to it, one side changed it, both did (put together), or both cannot be had. */
export const Outcome = { same: 0, mine: 1, theirs: 2, both: 3, conflict: 4 } as const;

/** Two states of a document and perhaps what they both come from, line by line. Good for the state it was planned in only. */
export interface MergePlan {
  readonly refused?: undefined;
  /** `merge`: what was saved last is the base. `compare`: the document as it is, so that every difference is theirs. */
  readonly kind: 'merge' | 'compare';
  /** What they did, in words: "2 values rotated". Never a value. */
  readonly summary: readonly string[];
  readonly time: EpochSeconds;
  readonly revision: number;
  readonly disk: DiskRows;
  /** The other document is of another kind: its entries are written anew where they are taken. */
  readonly foreign: boolean;
  /** By line id, lines that only they have behind those of the document: rows of the document's table, and of `disk`. */
  readonly base: Uint32Array;
  readonly mine: Uint32Array;
  readonly theirs: Uint32Array;
  /** The line that each row of `disk` is. */
  readonly idOf: Uint32Array;
  /** One of `Outcome` by line id. */
  readonly outcome: Uint8Array;
  /** The lines with an outcome, in document order; lines that only they have behind the line they follow there. */
  readonly differing: Uint32Array;
  readonly conflicts: number;
  /** They have no HttpOnly entry any more, and none of those that there were: wget takes them for comments. */
  readonly blindToHttpOnly: boolean;
  /** Who put the lines into another order. */
  readonly reordered: { readonly mine: boolean; readonly theirs: boolean };
}

/** What they dropped that can be put back beside everything else they did. */
export interface Dropped {
  /** HttpOnly entries that a program took for comments. */
  readonly entries: number;
  /** Marks of entries that are still there. */
  readonly httpOnly: number;
  readonly comments: number;
}

import type { Target } from '#shared/api/common.ts';

/** What a command works on, and how many lines that is. */
export interface CommandTarget {
  readonly document: string;
  readonly target: Target;
  readonly count: number;
}

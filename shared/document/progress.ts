import type { Progress } from '../table/progress.ts';

export type { Progress } from '../table/progress.ts';

/** Runs long work straight through, for hosts that need not stay responsive. */
export function finish<Result>(work: Generator<Progress, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

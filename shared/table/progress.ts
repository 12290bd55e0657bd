/** How far long work has come, in whatever unit it counts. Work is a generator that yields this between slices. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** It cannot go on before more of its input is there. */
  readonly waiting?: true;
}

/** Runs long work straight through, for hosts that need not stay responsive. All of its input must be there. */
export function finish<Result>(work: Generator<Progress, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** How far long work has come, in whatever unit it counts. Work is a generator that yields this between slices. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The middle of some figures, rounded. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return Math.round(sorted[sorted.length >> 1] ?? Number.NaN);
}

/** The word that is most like `given`, when one is like it at all. */
export function nearest(given: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const word of words) {
    const distance = editDistance(given.slice(0, 64), word);
    if (distance < least) {
      best = word;
      least = distance;
    }
  }
  return best;
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function editDistance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      current[column] = Math.min(
        (before[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + same,
      );
    }
    before = current;
  }
  return before[other.length] ?? 0;
}

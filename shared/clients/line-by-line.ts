import type { Progress } from '../table/progress.ts';

/** So many lines take a few milliseconds even where each is read as text. */
const PAUSE = 1024;

/** Looks at each of so many lines, with pauses between. */
export function* lineByLine(
  count: number,
  look: (line: number) => void,
  pause = PAUSE,
): Generator<Progress, void> {
  for (let line = 0; line < count;) {
    const until = Math.min(count, line + pause);
    for (; line < until; line++) look(line);
    if (line < count) yield { done: line, total: count };
  }
}

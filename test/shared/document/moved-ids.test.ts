import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedIds } from '../../../shared/document/moved-ids.ts';

/** The length of a longest rising run, by trying every line as its end. */
function longestRun(numbers: readonly number[]): number {
  const best: number[] = [];
  for (const [at, number] of numbers.entries()) {
    best[at] = 1 + Math.max(0, ...best.filter((_length, before) => (numbers[before] ?? 0) < number));
  }
  return Math.max(0, ...best);
}

const ids = fc.uniqueArray(fc.nat(30), { maxLength: 20 });

test('what did not move stands as it stood, and no order could be made with fewer moves', () => {
  fc.assert(
    fc.property(
      ids.chain((order) => fc.tuple(fc.constant(order), fc.shuffledSubarray([...order, 31]))),
      ([before, after]) => {
        const move = { before: Uint32Array.from(before), after: Uint32Array.from(after) };
        const moved = [...movedIds(move)];
        const both = after.filter((id) => before.includes(id));
        const stay = both.filter((id) => !moved.includes(id));
        expect(before.filter((id) => stay.includes(id))).toEqual(stay);
        const most = longestRun(both.map((id) => before.indexOf(id)));
        expect([moved.every((id) => both.includes(id)), stay.length]).toEqual([true, most]);
        expect([...movedIds(move)]).toEqual(moved);
      },
    ),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squarify } from '../../../../renderer/panels/overview/squarify.ts';

const sizes = fc
  .array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 60 })
  .map((numbers) => numbers.sort((left, right) => right - left));

test('tiles are as large as their numbers, lie inside and do not overlap', () => {
  fc.assert(
    fc.property(sizes, fc.double({ min: 0.3, max: 4, noNaN: true }), (numbers, ratio) => {
      const tiles = squarify(numbers, ratio);
      const sum = numbers.reduce((total, size) => total + size, 0);
      expect(tiles).toHaveLength(numbers.length);
      for (const [at, { left, top, width, height }] of tiles.entries()) {
        expect(width * height).toBeCloseTo((numbers[at] ?? 0) / sum, 6);
        expect(Math.min(left, top)).toBeGreaterThan(-1e-9);
        expect(Math.max(left + width, top + height)).toBeLessThan(1 + 1e-9);
        for (const other of tiles.slice(at + 1)) {
          const wide = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
          const high = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
          expect(wide < 1e-9 || high < 1e-9).toBe(true);
        }
      }
    }),
  );
});

test('equal numbers make squares, not slices', () => {
  const tiles = squarify([1, 1, 1, 1], 1);
  expect(tiles.map(({ width, height }) => [width, height])).toEqual(Array(4).fill([0.5, 0.5]));
  expect(squarify([], 1)).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathMatches } from '#shared/cookie/path-matches.ts';
import { areSlashTwins, visitNested } from '#shared/rules/reading/nested-paths.ts';

const path = fc
  .array(fc.constantFrom('a', 'b', '/', '-', '.'), { maxLength: 6 })
  .map((parts) => `/${parts.join('')}`);

test('each path is visited with exactly those above it, the widest first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 20 }), (paths) => {
      const visited = new Map<string, readonly string[]>();
      visitNested(paths, (below, above) => visited.set(below, [...above]));
      for (const below of paths) {
        const expected = paths
          .filter((above) => above !== below && pathMatches(below, above))
          .toSorted((one, other) => one.length - other.length);
        expect(visited.get(below) ?? []).toEqual(expected);
      }
    }),
    { numRuns: 500 },
  );
});

test('slash twins differ by one slash at the end', () => {
  expect(areSlashTwins('/dir', '/dir/')).toBe(true);
  expect(areSlashTwins('/dir/', '/dir')).toBe(true);
  expect(areSlashTwins('/dir', '/dir')).toBe(false);
  expect(areSlashTwins('/dir', '/dir//')).toBe(false);
});

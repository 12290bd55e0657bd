import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CookieExtras } from '#shared/cookie/cookie.ts';
import { ExtrasColumns } from '#shared/table/extras-columns.ts';

const time = fc.oneof(fc.nat(2_000_000_000), fc.double({ noNaN: true }));
const extras: fc.Arbitrary<CookieExtras> = fc.record(
  {
    sameSite: fc.constantFrom('strict', 'lax', 'none'),
    partitionKey: fc.record({ topLevelSite: fc.constantFrom('https://a.example', 'https://b.example') }),
    storeId: fc.constantFrom('0', 'firefox-container-1'),
    sourcePort: fc.constantFrom(-1, 443),
    creationTime: time,
    lastAccessTime: time,
  },
  { requiredKeys: [] },
);

test('every row has the extras that were kept of it, and the rows between have none', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), extras), { maxLength: 300 }), (steps) => {
      const columns = new ExtrasColumns();
      const expected = new Map<number, CookieExtras>();
      let row = 0;
      for (const [gap, found] of steps) {
        row += gap;
        columns.add(row, found);
        expected.set(row, found);
        row += 1;
      }
      for (let at = 0; at <= row; at++) {
        expect(columns.get(at)).toEqual(expected.get(at));
        expect(columns.sameSite(at)).toBe(expected.get(at)?.sameSite);
      }
    }),
    { numRuns: 50 },
  );
});

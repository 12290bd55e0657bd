import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isSoon,
  lifeFraction,
  showDates,
  showDuration,
  showMoment,
  showRelative,
} from '../../../renderer/ui/times.ts';

const DAY = 86_400;

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [60, '1 min'],
  [2 * 3600 - 1, '119 min'],
  [2 * 3600, '2 h'],
  [2 * DAY, '2 d'],
  [60 * DAY - 1, '59 d'],
  [90 * DAY, '2 mo'],
  [800 * DAY, '2 y'],
  [-3 * DAY, '3 d'],
])('%d seconds are shown as %s', (seconds, words) => {
  expect(showDuration(seconds)).toBe(words);
});

test('a time is told from now, forwards and backwards', () => {
  expect([
    showRelative(1000 + 3 * DAY, 1000),
    showRelative(1000 - 3 * DAY, 1000),
    showRelative(1000, 1000),
  ]).toEqual(['in 3 d', '3 d ago', 'now']);
});

test('a time beyond the calendar has no date, and no date throws', () => {
  expect(showDates(9e15)).toBeUndefined();
  expect(showDates(Number.NaN)).toBeUndefined();
  expect(showDates(0)?.utc).toBe('1 Jan 1970, 00:00:00 UTC');
  fc.assert(fc.property(fc.double(), (time) => void showDates(time)));
});

test('the life bar is between empty and full and never shrinks for a longer life', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e10 }), fc.nat(1e9), (time, longer) => {
      const fraction = lifeFraction(time, 0);
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThanOrEqual(1);
      expect(lifeFraction(time + longer, 0)).toBeGreaterThanOrEqual(fraction);
    }),
  );
  expect([lifeFraction(-1, 0), lifeFraction(400 * DAY, 0)]).toEqual([0, 1]);
});

test('under a week is soon, and expired is not', () => {
  expect([isSoon(6 * DAY, 0), isSoon(7 * DAY, 0), isSoon(-1, 0)]).toEqual([true, false, false]);
});

test('a moment is told from now, in the zone of the person and in UTC, and not twice where these are one', () => {
  const time = Date.UTC(2027, 2, 3, 14, 5) / 1000;
  const { local, utc } = showDates(time) ?? {};
  expect(showMoment(time, time - 86_400 * 3).split(' · ')).toEqual(
    `${local} UTC` === utc ? ['in 3 d', utc] : ['in 3 d', local, utc],
  );
  expect(showMoment(9e15, 0)).not.toContain('·');
});

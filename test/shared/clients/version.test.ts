import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, compareVersions, inRange, isVersion, stepsOf } from '#shared/clients/version.ts';

const version = fc
  .array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 3 })
  .map((numbers) => numbers.join('.'));

describe('versions', () => {
  test.each([
    ['8.7.1', '8.12.1', -1],
    ['8.12', '8.12.0', 0],
    ['8.22-dev', '8.22.0', 0],
    ['8.22-dev', '8.21.0', 1],
    ['2023.03.04', '2026.08.20', -1],
    ['1.99.1', '2.0', -1],
  ])('%s against %s', (one, other, expected) => {
    expect(Math.sign(compareVersions(one, other))).toBe(expected);
  });

  test('are in one order, whichever is asked first', () => {
    fc.assert(
      fc.property(version, version, version, (one, other, third) => {
        expect(Math.sign(compareVersions(one, other)) + Math.sign(compareVersions(other, one))).toBe(0);
        const sorted = [one, other, third].toSorted(compareVersions);
        expect(compareVersions(sorted[0] ?? '', sorted[2] ?? '')).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.each(['8.21.0', '8.22-dev', '2023.03.04', '6', '1.36.0_rc1'])('%s may be one', (text) => {
    expect(isVersion(text)).toBe(true);
  });

  test.each(['', 'newest', '8.', '8..1', 'v8', '8.1 ', '1'.repeat(40)])('"%s" may not', (text) => {
    expect(isVersion(text)).toBe(false);
  });
});

describe('what differs by version', () => {
  const table = [{ until: '8.12.0', value: 'runs' }, { value: 'each' }];

  test('begins with the version that brought it, and ends before the one that took it away', () => {
    expect(choose(table, '8.11.9')).toBe('runs');
    expect(choose(table, '8.12.0')).toBe('each');
    expect(inRange('8.12.1', { since: '8.12.0', until: '8.13.0' })).toBe(true);
    expect(inRange('8.13', { since: '8.12.0', until: '8.13.0' })).toBe(false);
  });

  test('keeps the order of its steps', () => {
    const steps = [{ id: 'a' }, { id: 'b', since: '2' }, { id: 'c', until: '2' }];
    expect(stepsOf(steps, '1').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(stepsOf(steps, '2').map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('must say something of every version', () => {
    expect(() => choose([{ since: '2', value: 1 }], '1')).toThrow('version 1');
  });
});

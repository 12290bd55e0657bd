import { describe, expect, test } from 'vitest';
import { computeExpiry, MAX_LIFETIME_SECONDS, parseMaxAge } from '#shared/cookie/compute-expiry.ts';

const now = 1_800_000_000;

describe('when a cookie ends', () => {
  test.each([
    ['F48: with neither attribute it is a session cookie', { now }, undefined],
    ['F118: Max-Age wins over a later Expires', { now, maxAge: 60, expires: now + 999 }, now + 60],
    ['F118: and over an earlier one', { now, maxAge: 999, expires: now - 60 }, now + 999],
    ['F119: Max-Age is added to the clock', { now, maxAge: 86_400 }, now + 86_400],
    ['F120: Expires alone is taken as it is', { now, expires: now + 5 }, now + 5],
    ['F51: Max-Age=0 ends it at once', { now, maxAge: 0 }, 0],
    ['F51: so does a negative one', { now, maxAge: -1, expires: now + 5 }, 0],
    [
      'F119: browsers cap Max-Age at 400 days',
      { now, maxAge: 1e12, longest: MAX_LIFETIME_SECONDS },
      now + 34_560_000,
    ],
    ['F49: and Expires', { now, expires: now * 2, longest: MAX_LIFETIME_SECONDS }, now + 34_560_000],
    ['F49: what is shorter stays', { now, expires: now + 5, longest: MAX_LIFETIME_SECONDS }, now + 5],
    ['F49: the cap makes no session cookie persistent', { now, longest: MAX_LIFETIME_SECONDS }, undefined],
  ])('%s', (_row, attributes, expected) => {
    expect(computeExpiry(attributes)).toBe(expected);
  });
});

test.each([
  ['60', 60],
  ['-1', -1],
  ['0', 0],
  ['007', 7],
  ['', undefined],
  ['-', undefined],
  ['+60', undefined],
  ['60s', undefined],
  ['"0"', undefined],
  ['6.5', undefined],
])('F85, F139: Max-Age=%s is read as %s', (text, expected) => {
  expect(parseMaxAge(text)).toBe(expected);
});

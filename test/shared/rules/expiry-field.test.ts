import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mistakenUnit, momentText, unusualNumber } from '#shared/rules/reading/expiry-field.ts';

describe('F72: the unit of a large number', () => {
  test.each([
    ['937972424', undefined],
    ['253402300799', undefined],
    ['1820000000000', { name: 'milliseconds', seconds: 1_820_000_000 }],
    ['1820000000123', { name: 'milliseconds', seconds: 1_820_000_000 }],
    ['1820000000000000', { name: 'microseconds', seconds: 1_820_000_000 }],
    ['13464473600000000', { name: 'microseconds since 1601', seconds: 1_820_000_000 }],
    ['134644736000000000', { name: 'tenths of microseconds since 1601', seconds: 1_820_000_000 }],
    ['1820000000000000000', { name: 'nanoseconds', seconds: 1_820_000_000 }],
    ['9223372036854775807', undefined],
    ['99999999999999999', undefined],
    ['0000000000001', undefined],
    ['', undefined],
  ])('%s', (digits, expected) => {
    expect(mistakenUnit(digits)).toEqual(expected);
  });

  test('every moment of this century is recognised in each unit', () => {
    const seconds = fc.integer({ min: 1_000_000_000, max: 4_102_444_799 });
    fc.assert(
      fc.property(seconds, (moment) => {
        const units = [
          `${moment}000`,
          `${moment}000000`,
          `${moment + 11_644_473_600}000000`,
          `${moment}000000000`,
        ];
        expect(units.map((digits) => mistakenUnit(digits)?.seconds)).toEqual([
          moment,
          moment,
          moment,
          moment,
        ]);
        expect(mistakenUnit(String(moment))).toBeUndefined();
      }),
    );
  });
});

test.each([
  ['1.82e9', 1_820_000_000],
  ['+1820000000', 1_820_000_000],
  [' 1820000000 ', 1_820_000_000],
  ['0x6C7AE100', 0x6c7ae100],
  ['1820000000abc', 1_820_000_000],
  ['1_820_000_000', 1_820_000_000],
  ['1820000000.75', 1_820_000_000],
  ['soon', undefined],
  ['', undefined],
  ['2027-09-03', undefined],
  ['1e99', undefined],
  ['Infinity', undefined],
])('the unusual number %j stands for %s', (text, expected) => {
  expect(unusualNumber(text)).toBe(expected);
});

test('F68, F69, F70: the founding moments', () => {
  expect([937_972_424, 942_191_819, 877_627_211].map(momentText)).toEqual([
    '1999-09-22 03:53:44 UTC',
    '1999-11-09 23:56:59 UTC',
    '1997-10-23 17:20:11 UTC',
  ]);
});

test('a moment that no calendar reaches is told in words', () => {
  expect([1e15, NaN, Infinity].map(momentText)).toEqual(Array(3).fill('after the year 9999'));
});

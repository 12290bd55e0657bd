import fc from 'fast-check';
import { parseDate } from 'tough-cookie';
import { describe, expect, test } from 'vitest';
import { parseCookieDate } from '#shared/cookie/parse-cookie-date.ts';

const at = (text: string): number => Date.parse(text) / 1000;

describe('F120: a date text becomes seconds since 1970', () => {
  test.each([
    ['Sat, 01 Jan 2022 08:00:00 GMT', '2022-01-01T08:00:00Z'],
    ['Wednesday, 22-Sep-99 03:53:44 GMT', '1999-09-22T03:53:44Z'],
    ['Wed Sep 22 03:53:44 1999', '1999-09-22T03:53:44Z'],
    ['22 Sep 1999 3:5:4', '1999-09-22T03:05:04Z'],
    ['1999 Sep 22 03:53:44', '1999-09-22T03:53:44Z'],
    ['03:53:44 22 September 69', '2069-09-22T03:53:44Z'],
    ['03:53:44 22 september 70', '1970-09-22T03:53:44Z'],
    ['Thu, 29 Feb 2024 00:00:00 PST', '2024-02-29T00:00:00Z'],
    ['01:02:03xyz 4th Mar 2031nd', '2031-03-04T01:02:03Z'],
    ['1 Jan 1601 00:00:00', '1601-01-01T00:00:00Z'],
  ])('%s', (text, expected) => {
    expect(parseCookieDate(text)).toBe(at(expected));
  });
});

test.each([
  '',
  '0',
  'tomorrow',
  'Sat, 01 Jan 2022',
  '01 Jan 08:00:00',
  'Jan 2022 08:00:00',
  'Sat, 32 Jan 2022 08:00:00 GMT',
  'Sat, 00 Jan 2022 08:00:00 GMT',
  'Wed, 29 Feb 2023 08:00:00 GMT',
  'Sat, 01 Jan 1600 08:00:00 GMT',
  'Sat, 01 Jan 2022 24:00:00 GMT',
  'Sat, 01 Jan 2022 08:60:00 GMT',
  'Sat, 01 Jan 2022 08:00:60 GMT',
  '2022-01-01T08:00:00Z',
  '1640995200',
])('%j is no date', (text) => {
  expect(parseCookieDate(text)).toBeUndefined();
});

test('the dates that HTTP writes are read back to the second', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1601-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        expect(parseCookieDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000));
      },
    ),
  );
});

test('words in any order agree with tough-cookie', () => {
  const words = fc.shuffledSubarray([
    'Sat',
    '1',
    '31',
    'Jan',
    'feb',
    '2022',
    '99',
    '69',
    '8:00:01',
    '23:59:59',
    'GMT',
    ',',
  ]);
  fc.assert(
    fc.property(words, (chosen) => {
      const text = chosen.join(' ');
      const expected = parseDate(text)?.getTime();
      expect(parseCookieDate(text)).toBe(expected === undefined ? undefined : expected / 1000);
    }),
    { numRuns: 2000 },
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const date = parseCookieDate(text);
      expect(date === undefined || Number.isInteger(date)).toBe(true);
    }),
  );
});

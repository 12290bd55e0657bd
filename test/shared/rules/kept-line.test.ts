import { describe, expect, test } from 'vitest';
import { columnsByTabs, extraFields, headerLine } from '#shared/rules/reading/kept-line.ts';

const tabs = (text: string): string => text.replaceAll('→', '\t');

describe('F68 to F71: the founding example, its columns apart by blanks', () => {
  test.each([
    [
      'F68',
      'www.geocities.com   FALSE   /   FALSE   937972424   GeoId   2035695874900187870',
      'www.geocities.com→FALSE→/→FALSE→937972424→GeoId→2035695874900187870',
    ],
    [
      'F69, with a no-break space',
      '.linkexchange.com      TRUE\xc2\xa0 /    FALSE   942191819 SAFE_COOKIE    3425efc81808cebe',
      '.linkexchange.com→TRUE→/→FALSE→942191819→SAFE_COOKIE→3425efc81808cebe',
    ],
    [
      'F69, the same byte in Latin-1',
      '.linkexchange.com TRUE\xa0 / FALSE 942191819 SAFE_COOKIE 3425efc81808cebe',
      '.linkexchange.com→TRUE→/→FALSE→942191819→SAFE_COOKIE→3425efc81808cebe',
    ],
    [
      'F70, six words: the path is empty',
      'www.macromedia.com  FALSE    FALSE   877627211  plugs  yes',
      'www.macromedia.com→FALSE→/→FALSE→877627211→plugs→yes',
    ],
  ])('%s', (_row, line, expected) => {
    expect(columnsByTabs(line)).toBe(tabs(expected));
  });
});

describe('columns by blanks', () => {
  test('a value keeps its own blanks', () => {
    expect(columnsByTabs('example.com FALSE / FALSE 0 a b  c d')).toBe(
      tabs('example.com→FALSE→/→FALSE→0→a→b  c d'),
    );
  });

  test('a missing value is an empty one', () => {
    expect(columnsByTabs('example.com FALSE / FALSE 0 a')).toBe(tabs('example.com→FALSE→/→FALSE→0→a→'));
  });

  test('booleans come out in capitals, the mark of HttpOnly stays', () => {
    expect(columnsByTabs('#HttpOnly_.example.com true / True 0 a 1')).toBe(
      tabs('#HttpOnly_.example.com→TRUE→/→TRUE→0→a→1'),
    );
  });

  test.each(['', 'hello', 'one two three four five six seven', 'example.com FALSE / FALSE soon a 1'])(
    '%j is no cookie',
    (line) => {
      expect(columnsByTabs(line)).toBeUndefined();
    },
  );
});

describe('more than seven fields', () => {
  test.each([
    ['trailing-tab', 'e.com→FALSE→/→FALSE→0→a→1→', 'e.com→FALSE→/→FALSE→0→a→1'],
    ['doubled-tabs', 'e.com→→FALSE→/→FALSE→→0→a→1', 'e.com→FALSE→/→FALSE→0→a→1'],
    ['size-column', 'e.com→FALSE→/→FALSE→0→name→12→6', 'e.com→FALSE→/→FALSE→0→name→12'],
    ['http-only-column', 'e.com→FALSE→/→FALSE→0→a→1→HttpOnly', '#HttpOnly_e.com→FALSE→/→FALSE→0→a→1'],
    ['tab-in-value', 'e.com→FALSE→/→FALSE→0→a→1→2→3', undefined],
    ['tab-in-value', 'e.com→FALSE→/→FALSE→0→a→1→7', undefined],
    ['tab-in-value', 'a→b→c→d→e→f→g→→', undefined],
  ])('%s: %s', (kind, line, mended) => {
    expect(extraFields(tabs(line))).toEqual({ kind, ...(mended !== undefined && { mended: tabs(mended) }) });
  });
});

test('header lines are known in any case', () => {
  expect(['Set-Cookie: a=1', 'SET-COOKIE3: a=1', 'cookie: a=1', 'cookies.com'].map(headerLine)).toEqual([
    'set-cookie',
    'set-cookie',
    'cookie',
    undefined,
  ]);
});

import { expect, test } from 'vitest';
import { counted, cut, grouped, quoted, word } from '#shared/rules/reading/words.ts';

test('numbers are grouped by thousands and their nouns agree', () => {
  expect([0, 999, 1000, 4097, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '4,097', '1,234,567']);
  expect([counted({ n: 1 }, 'n', 'byte'), counted({ n: 4097 }, 'n', 'byte')]).toEqual([
    '1 byte',
    '4,097 bytes',
  ]);
});

test('quoted text is shown as people read it, and cut when it is long', () => {
  const named = (name: string) => ({
    rawEntry: () => ({
      httpOnly: false,
      domain: 'a.com',
      flag: 'FALSE',
      path: '/',
      secure: 'FALSE',
      expiry: '0',
      name,
      value: '1',
    }),
  });
  expect(quoted(named('\xc5\xbdem\xc4\x97'), 0, 'name')).toBe('Žemė');
  expect(quoted(named('caf\xe9'), 0, 'name')).toBe('caf\\xE9');
  expect(quoted(named('x'.repeat(500)), 0, 'name')).toBe(`${'x'.repeat(80)}…`);
  expect(quoted(named('sid=abc; Path=/'), 0, 'name')).toBe('sid••••••');
  expect(cut('x'.repeat(80))).toBe('x'.repeat(80));
});

test('what is missing from the data is an empty word', () => {
  expect(word({}, 'path')).toBe('');
});

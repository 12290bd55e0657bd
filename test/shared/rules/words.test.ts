import { expect, test } from 'vitest';
import { counted, grouped, quotable, word } from '#shared/rules/reading/words.ts';

test('numbers are grouped by thousands and their nouns agree', () => {
  expect([0, 999, 1000, 4097, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '4,097', '1,234,567']);
  expect([counted({ n: 1 }, 'n', 'byte'), counted({ n: 4097 }, 'n', 'byte')]).toEqual([
    '1 byte',
    '4,097 bytes',
  ]);
});

test('quoted text is shown as people read it, and cut when it is long', () => {
  expect(quotable('\xc5\xbdem\xc4\x97')).toBe('Žemė');
  expect(quotable('caf\xe9')).toBe('caf\\xE9');
  expect(quotable('x'.repeat(500))).toBe(`${'x'.repeat(80)}…`);
});

test('what is missing from the data is an empty word', () => {
  expect(word({}, 'path')).toBe('');
});

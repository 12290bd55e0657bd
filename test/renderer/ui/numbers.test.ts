import { expect, test } from 'vitest';
import { countOf, showBytes, showCount } from '../../../renderer/ui/numbers.ts';

test('counts have their thousands apart and agree with their noun', () => {
  expect([
    showCount(3201),
    countOf(1, 'cookie'),
    countOf(0, 'cookie'),
    countOf(1400, 'match', 'matches'),
  ]).toEqual(['3,201', '1 cookie', '0 cookies', '1,400 matches']);
});

test('sizes go up in steps of a thousand', () => {
  expect([showBytes(1), showBytes(999), showBytes(1234), showBytes(115_000_000)]).toEqual([
    '1 byte',
    '999 bytes',
    '1.2 kB',
    '115 MB',
  ]);
});

import { expect, test } from 'vitest';
import { RULES } from '#shared/rules/registry.ts';
import { sourceText } from '#shared/rules/source-text.ts';

test('people are told programs and standards, not numbers of our own', () => {
  expect(sourceText({ source: 'F67; curl before and after 8.12, Python 3.11; RFC 6265bis §5.4' })).toBe(
    'curl before and after 8.12, Python 3.11; RFC 6265bis §5.4',
  );
  expect(sourceText({ source: 'F50, F51' })).toBe('');
  for (const rule of RULES) expect(sourceText(rule)).not.toMatch(/\bF\d+\b/);
});

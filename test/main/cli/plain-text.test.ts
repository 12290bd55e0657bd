import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText, safeJson } from '../../../main/cli/plain-text.ts';

/** Nothing that a terminal obeys or that hides text: C0, C1, separators, direction marks. */
const DANGEROUS = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

test('escape sequences of either set, and marks that turn the direction of writing, are spelt out', () => {
  expect(plainText('a\x1b[31mb\x9b1mc\u202ed\te\n')).toBe('a\\x1B[31mb\\x9B1mc\\u{202E}d\\te\\n');
});

test('no text can reach the terminal as a command', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !DANGEROUS.test(plainText(text))));
});

test('JSON stays JSON of the same value, and is as safe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = safeJson({ text });
      expect(JSON.parse(json)).toEqual({ text });
      expect(DANGEROUS.test(json)).toBe(false);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteString, bytesOf, decodeUtf8, displayText, encodeUtf8 } from '#shared/cookie/byte-string.ts';

const bytes = fc.uint8Array({ maxLength: 10_000 });

test('any bytes survive the way to a byte string and back', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      expect(bytesOf(byteString(given))).toEqual(new Uint8Array(given));
    }),
  );
});

test('what a person types survives the way to UTF-8 bytes and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeUtf8(encodeUtf8(text))).toBe(text);
    }),
  );
});

test('bytes that are not UTF-8 are told apart and shown by their numbers', () => {
  expect(decodeUtf8('caf\xe9')).toBeUndefined();
  expect(displayText('caf\xe9')).toBe('caf\\xE9');
  expect(displayText(encodeUtf8('Žemė'))).toBe('Žemė');
});

test('a character above U+00FF is no byte and throws', () => {
  expect(() => bytesOf('Ž')).toThrow('not a byte string');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, encodeUtf8 } from '#shared/cookie/byte-string.ts';
import {
  hasControlCharacter,
  hasHighByte,
  isCookieValue,
  isQuoted,
  isToken,
  percentEncodeValue,
} from '#shared/cookie/character-classes.ts';

test('F23, F26, F27: what is a token', () => {
  expect(['fred', 'my_big_cookie', 'user66', "!#$%&'*+-.^_`|~"].every(isToken)).toBe(true);
  expect(['', 'a b', 'a=b', 'a;b', '"a"', 'a[', 'a\x7f', encodeUtf8('ž')].some(isToken)).toBe(false);
});

test('F29, F84: what a server may send as a value', () => {
  expect(['', 'bar', '"bar"', '""', 'a%20b', 'a=b'].every(isCookieValue)).toBe(true);
  expect(['a b', 'a,b', 'a;b', 'a"b', '"', 'a\\b', '\x01', encodeUtf8('Žemė')].some(isCookieValue)).toBe(
    false,
  );
});

test('classes of single bytes', () => {
  const bytes = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  expect(bytes.filter(isToken)).toHaveLength(77);
  expect(bytes.filter(isCookieValue)).toHaveLength(90);
  expect(bytes.filter(hasControlCharacter)).toHaveLength(33);
  expect(bytes.filter(hasHighByte)).toHaveLength(128);
});

test('one quote alone is no pair of quotes', () => {
  expect([isQuoted('"'), isQuoted('""'), isQuoted('"a'), isQuoted('"a"')]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('F30: encoded values decode to the bytes they were made of and need no encoding', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const value = encodeUtf8(text);
      const encoded = percentEncodeValue(value);
      expect(isCookieValue(encoded)).toBe(true);
      expect(encodeUtf8(decodeURIComponent(encoded))).toBe(value);
      expect(bytesOf(encoded).every((byte) => byte > 0x20 && byte < 0x7f)).toBe(true);
    }),
  );
});

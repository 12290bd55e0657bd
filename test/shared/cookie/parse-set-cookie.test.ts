import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import { parseSetCookie } from '#shared/cookie/parse-set-cookie.ts';

/** What a header without attributes says besides name and value. */
const plain = { secureOnly: false, httpOnly: false, partitioned: false, ignored: [] };

describe('a Set-Cookie header is taken apart', () => {
  test.each([
    ['a=b', { name: 'a', value: 'b' }],
    ['  a  =  b  ', { name: 'a', value: 'b' }],
    ['a=b=c', { name: 'a', value: 'b=c' }],
    ['a', { name: '', value: 'a' }],
    ['=a', { name: '', value: 'a' }],
    ['', { name: '', value: '' }],
    ['a=', { name: 'a', value: '' }],
    ['a="b c"', { name: 'a', value: '"b c"' }],
    ['a=x\ty', { name: 'a', value: 'x\ty' }],
    ['Path=/x; foo=bar', { name: 'Path', value: '/x', ignored: [{ name: 'foo', reason: 'unknown' }] }],
  ])('%j', (header, expected) => {
    expect(parseSetCookie(header)).toEqual({ ...plain, ...expected });
  });

  test.each([
    ['F8: the field of the example', 'ITEM=12345', {}],
    ['Secure, whatever its value', 'ITEM=12345; secure=false', { secureOnly: true }],
    ['HttpOnly', 'ITEM=12345;HTTPONLY', { httpOnly: true }],
    ['Domain as it is written', 'ITEM=12345; Domain= .X.com ', { domain: '.X.com' }],
    ['Path as it is written', 'ITEM=12345; Path="/x"', { path: '"/x"' }],
    ['Max-Age', 'ITEM=12345; Max-Age=-1', { maxAge: -1 }],
    ['Expires', 'ITEM=12345; Expires=Thu, 01 Jan 1970 00:00:10 GMT', { expires: 10 }],
    ['SameSite', 'ITEM=12345; SameSite=LAX', { sameSite: 'lax' }],
    ['the last of two', 'ITEM=12345; Path=/a; Path=/b', { path: '/b' }],
    ['nothing between semicolons', 'ITEM=12345;; ; =;', {}],
  ])('%s', (_, header, expected) => {
    expect(parseSetCookie(header)).toEqual({ ...plain, name: 'ITEM', value: '12345', ...expected });
  });

  test('F137: attributes without an equals sign say what they say without a value', () => {
    expect(parseSetCookie('a=1; Secure; HttpOnly; SameSite; Path; Domain; Expires; Max-Age')).toEqual({
      ...plain,
      name: 'a',
      value: '1',
      secureOnly: true,
      httpOnly: true,
      path: '',
      domain: '',
      ignored: ['SameSite', 'Expires', 'Max-Age'].map((name) => ({ name, reason: 'unreadable' })),
    });
  });

  test('F86: attributes say the same in any order', () => {
    const attributes = ['Path=/x', 'Domain=x.com', 'Max-Age=5', 'Secure', 'HttpOnly', 'SameSite=Strict'];
    fc.assert(
      fc.property(fc.shuffledSubarray(attributes, { minLength: attributes.length }), (shuffled) => {
        expect(parseSetCookie(['a=1', ...shuffled].join(';'))).toEqual(
          parseSetCookie(['a=1', ...attributes].join(';')),
        );
      }),
    );
  });

  test('an attribute that cannot be read leaves what was read before', () => {
    expect(parseSetCookie('a=1; Max-Age=5; Max-Age=x')).toMatchObject({ maxAge: 5 });
    expect(parseSetCookie('a=1; SameSite=None; SameSite=x')).not.toHaveProperty('sameSite');
  });

  test('an attribute value of 1,024 bytes is read, one of 1,025 is not', () => {
    const header = (length: number) => `a=1; Path=/${'x'.repeat(length - 1)}`;
    expect(parseSetCookie(header(1024))).toHaveProperty('path');
    expect(parseSetCookie(header(1025))).toMatchObject({ ignored: [{ name: 'Path', reason: 'too-long' }] });
  });

  test('letters beyond ASCII stay the bytes that they are', () => {
    expect(parseSetCookie(encodeUtf8('žemė=Žemė'))).toMatchObject({
      name: encodeUtf8('žemė'),
      value: encodeUtf8('Žemė'),
    });
  });
});

describe('a Set-Cookie header is ignored', () => {
  test.each([
    ['for a control character', 'a=x\x01y', 'control-character'],
    ['for one in an attribute', 'a=1; x\x7f', 'control-character'],
    ['for a name and a value of 4,097 bytes', `n=${'v'.repeat(4096)}`, 'too-large'],
  ])('%s', (_, header, refused) => {
    expect(parseSetCookie(header)).toEqual({ refused });
  });
});

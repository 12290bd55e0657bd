import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import {
  cookieSize,
  headerSizeCap,
  MAX_NAME_AND_VALUE,
  setCookieLength,
} from '#shared/cookie/cookie-size.ts';

test('F127: the size is the bytes of name and value, nothing between', () => {
  expect(cookieSize({ name: 'foo', value: 'bar' })).toBe(6);
  expect(cookieSize({ name: '', value: encodeUtf8('Žemė') })).toBe(6);
});

test('F68, F69, F70: the founding entries have 24, 27 and 8 bytes', () => {
  expect([
    cookieSize({ name: 'GeoId', value: '2035695874900187870' }),
    cookieSize({ name: 'SAFE_COOKIE', value: '3425efc81808cebe' }),
    cookieSize({ name: 'plugs', value: 'yes' }),
  ]).toEqual([24, 27, 8]);
});

describe('F128: name and value share the cap', () => {
  test.each([
    ['F128a', 0, 100],
    ['F128b', 20, 80],
    ['F128c', 70, 30],
  ])('%s: with a name of %d bytes the value may have %d', (_row, name, value) => {
    expect(cookieSize({ name: 'n'.repeat(name), value: 'v'.repeat(value) })).toBe(100);
  });
});

test('F55, F134: browsers keep 4,096 bytes of name and value', () => {
  expect(MAX_NAME_AND_VALUE).toBe(4096);
});

test('F131, F132: a header of 123 characters with 6 of name and value leaves 3,979', () => {
  const header =
    'foo=bar; Domain=my-domain-name.com; Path=/my/path; Secure; HttpOnly; Expires=Sat, 01 Jan 2022 08:00:00 GMT; SameSite=Strict';
  const cookie = {
    name: 'foo',
    value: 'bar',
    domain: 'my-domain-name.com',
    hostOnly: false,
    path: '/my/path',
    secureOnly: true,
    httpOnly: true,
    expiryTime: 1_641_024_000,
    extras: { sameSite: 'strict' },
  } as const;
  expect([setCookieLength(cookie), cookieSize(cookie)]).toEqual([header.length, 6]);
  expect(header).toHaveLength(123);
  expect(headerSizeCap(123, 6)).toBe(3979);
});

test('a header without attributes has its pair and the path', () => {
  const cookie = {
    name: 'a',
    value: '1',
    domain: 'x',
    hostOnly: true,
    path: '/',
    secureOnly: false,
    httpOnly: false,
  };
  expect(setCookieLength(cookie)).toBe('a=1; Path=/'.length);
});

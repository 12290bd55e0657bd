import { expect, test } from 'vitest';
import { isPlainHost, meansSubdomains, scoped, withHost } from '#shared/rules/reading/domain-field.ts';

test('F36: dot and flag are made to agree', () => {
  expect(scoped('example.com', true)).toEqual({ domain: '.example.com', flag: 'TRUE' });
  expect(scoped('..example.com', false)).toEqual({ domain: 'example.com', flag: 'FALSE' });
});

test.each(['127.0.0.1', '::1', '[::1]', 'localhost', 'LocalHost'])(
  'F112: %s never has subdomains',
  (host) => {
    expect(scoped(host, true)).toEqual({ domain: host, flag: 'FALSE' });
  },
);

test('the flag says whether subdomains are meant, and the dot where the flag says nothing', () => {
  const means = (domain: string, flag: string): boolean => meansSubdomains({ domain, flag });
  expect([
    means('.a.com', 'FALSE'),
    means('a.com', 'true'),
    means('.a.com', ''),
    means('a.com', 'maybe'),
  ]).toEqual([false, true, true, false]);
});

test('a host is changed behind its dots', () => {
  expect(withHost('.EXAMPLE.com', (host) => host.toLowerCase())).toBe('.example.com');
});

test.each([
  ['example.com', true],
  ['my_host', true],
  ['::1', true],
  ['example.com.', true],
  ['1.2.3', false],
  ['a..b', false],
  ['a b', false],
  ['', false],
  ['x'.repeat(64), false],
])('%j is a plain host: %s', (host, expected) => {
  expect(isPlainHost(host)).toBe(expected);
});

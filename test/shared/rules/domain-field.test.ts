import { expect, test } from 'vitest';
import {
  isPlainHost,
  isTooWide,
  meansSubdomains,
  scoped,
  withHost,
} from '#shared/rules/reading/domain-field.ts';

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

test.each([
  ['.a.com', 'FALSE', false],
  ['a.com', 'TRUE', true],
  ['a.com', 'true', true],
  ['.a.com', '', true],
  ['.a.com', 'maybe', true],
  ['.a.com', 'no', false],
  ['a.com', 'T', false],
  ['a.com', ' TRUE', false],
])('subdomains are meant by %s with the flag %j: %s', (domain, flag, expected) => {
  expect(meansSubdomains({ domain, flag })).toBe(expected);
});

test.each([
  ['com', true],
  ['.CO.UK.', true],
  ['intranet', true],
  ['example.com', false],
])('a cookie for all of %s goes too far: %s', (host, expected) => {
  expect(isTooWide(host)).toBe(expected);
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

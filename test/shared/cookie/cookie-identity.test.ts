import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cookieIdentity, isSameCookie } from '#shared/cookie/cookie-identity.ts';
import type { CookieIdentity } from '#shared/cookie/cookie-identity.ts';

const foo: CookieIdentity = { name: 'foo', domain: 'domain.com', hostOnly: true, path: '/dir' };

describe('F123: name, domain and path make a cookie unique', () => {
  test.each([
    ['F123a: itself', foo, true],
    ['F123b: another path', { ...foo, path: '/dir/' }, false],
    ['F123c: the domain with its subdomains', { ...foo, hostOnly: false }, false],
    ['F123d: the name in quotes', { ...foo, name: '"foo"' }, false],
    ['F25: the name in another case', { ...foo, name: 'FOO' }, false],
    ['F22: another site', { ...foo, domain: 'other.com' }, false],
    ['F108: the host with a trailing dot', { ...foo, domain: 'domain.com.' }, false],
    ['the domain in capitals', { ...foo, domain: 'Domain.COM' }, true],
    ['another partition', { ...foo, extras: { partitionKey: { topLevelSite: 'https://a.com' } } }, false],
  ])('%s', (_row, other, expected) => {
    expect(isSameCookie(foo, other)).toBe(expected);
  });
});

test('F28: names that programs reserve are ordinary', () => {
  const names = ['__proto__', 'constructor', 'path', 'if', 'toString'];
  expect(new Set(names.map((name) => cookieIdentity({ ...foo, name }))).size).toBe(names.length);
});

test('no bytes in one part can imitate another', () => {
  const part = fc.string({ unit: fc.constantFrom('a', ':', '1', '2', '/', '\0', ' '), maxLength: 5 });
  const identity = fc.record({ name: part, domain: part, hostOnly: fc.boolean(), path: part });
  fc.assert(
    fc.property(identity, identity, (one, other) => {
      const equal =
        one.name === other.name &&
        one.domain === other.domain &&
        one.hostOnly === other.hostOnly &&
        one.path === other.path;
      expect(isSameCookie(one, other)).toBe(equal);
    }),
    { numRuns: 2000 },
  );
});

import fc from 'fast-check';
import { domainMatch } from 'tough-cookie';
import { describe, expect, test } from 'vitest';
import { domainMatches } from '#shared/cookie/domain-matches.ts';

const PAGE = 'www.altavista.yellowpages.com.au';

describe('F35: a page reads the cookies of its own host and of the domains above it', () => {
  test.each([
    ['F35a', 'www.altavista.yellowpages.com.au', true],
    ['F35b', 'altavista.yellowpages.com.au', true],
    ['F35c', 'yellowpages.com.au', true],
    ['F35d (matched here, refused as a public suffix elsewhere)', 'com.au', true],
  ])('%s: %s', (_row, domain, expected) => {
    expect(domainMatches(PAGE, domain)).toBe(expected);
  });
});

test.each([
  ['example.com', 'example.com', true],
  ['www.example.com', 'example.com', true],
  ['example.com', 'www.example.com', false],
  ['notexample.com', 'example.com', false],
  ['example.com.', 'example.com', false],
  ['127.0.0.1', '0.0.1', false],
  ['127.0.0.1', '127.0.0.1', true],
  ['::1', '1', false],
  ['example.com', '', false],
])('a request to %s matches the domain %s: %s', (host, domain, expected) => {
  expect(domainMatches(host, domain)).toBe(expected);
});

test('it agrees with tough-cookie on plain host names', () => {
  const label = fc.stringMatching(/^[a-c]{1,2}$/);
  const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
  fc.assert(
    fc.property(name, name, (host, domain) => {
      expect(domainMatches(host, domain)).toBe(domainMatch(host, domain, false) ?? false);
    }),
  );
});

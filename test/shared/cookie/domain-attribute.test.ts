import { describe, expect, test } from 'vitest';
import { domainAttribute } from '#shared/cookie/domain-attribute.ts';
import { hostParts } from '#shared/cookie/public-suffix.ts';

describe('F106: a domain ends in a public suffix with a label above it', () => {
  test.each([
    ['F106a', 'co.uk', { publicSuffix: 'co.uk', suffixIsListed: true, isPublicSuffix: true }],
    [
      'F106b',
      'domain.co.uk',
      {
        publicSuffix: 'co.uk',
        registrableDomain: 'domain.co.uk',
        suffixIsListed: true,
        isPublicSuffix: false,
      },
    ],
    [
      'F106c',
      'host.domain.co.uk',
      {
        publicSuffix: 'co.uk',
        registrableDomain: 'domain.co.uk',
        suffixIsListed: true,
        isPublicSuffix: false,
      },
    ],
  ])('%s: %s', (_row, host, expected) => {
    expect(hostParts(host)).toEqual(expected);
  });

  test('an IP address and a host nobody can register have no registrable domain', () => {
    expect(hostParts('127.0.0.1')).toEqual({ suffixIsListed: false, isPublicSuffix: false });
    expect(hostParts('localhost').registrableDomain).toBeUndefined();
  });
});

describe('what a Domain attribute gives', () => {
  test.each([
    [
      'F38, F95: none gives the host, host-only',
      '',
      'www.domain.com',
      { domain: 'www.domain.com', hostOnly: true },
    ],
    [
      'F110: a domain opens it to hosts below',
      'domain.com',
      'www.domain.com',
      { domain: 'domain.com', hostOnly: false },
    ],
    ['F94: the dot says the same', '.domain.com', 'domain.com', { domain: 'domain.com', hostOnly: false }],
    ['F34: a foreign domain is refused', 'other.com', 'www.domain.com', { refused: 'other-host' }],
    ['F34: so is a domain below the host', 'www.domain.com', 'domain.com', { refused: 'other-host' }],
    [
      'F35d, F37: a public suffix is refused',
      '.com.au',
      'www.yellowpages.com.au',
      { refused: 'public-suffix' },
    ],
    [
      'F106: a host that is a suffix keeps its own',
      'github.io',
      'github.io',
      { domain: 'github.io', hostOnly: true },
    ],
    ['F112a', '127.0.0.1', '127.0.0.1', { domain: '127.0.0.1', hostOnly: true }],
    ['F112b', 'localhost', 'localhost', { domain: 'localhost', hostOnly: true }],
    ['F112c', '.127.0.0.1', '127.0.0.1', { domain: '127.0.0.1', hostOnly: true }],
    ['F112d', '.localhost', 'localhost', { domain: 'localhost', hostOnly: true }],
    ['F109a: an alias of the local network', 'intranet', 'intranet', { domain: 'intranet', hostOnly: true }],
    ['F109b: an IPv6 address', '::1', '::1', { domain: '::1', hostOnly: true }],
    ['F113: several dots are declined', '..domain.com', 'domain.com', { refused: 'not-a-host' }],
    ['F113: on an address too', '..127.0.0.3', '127.0.0.3', { refused: 'not-a-host' }],
    ['F113: and on localhost', '..localhost', 'localhost', { refused: 'not-a-host' }],
    [
      'F114a: the trailing dot is kept',
      '.domain.com.',
      'domain.com.',
      { domain: 'domain.com.', hostOnly: false },
    ],
    [
      'F114b: with and without the leading one',
      'domain.com.',
      'www.domain.com.',
      { domain: 'domain.com.', hostOnly: false },
    ],
    ['F114: from the host without it, it is refused', 'domain.com.', 'domain.com', { refused: 'other-host' }],
    ['capitals are folded', 'Domain.COM', 'WWW.domain.com', { domain: 'domain.com', hostOnly: false }],
  ])('%s', (_row, attribute, host, expected) => {
    expect(domainAttribute(attribute, host)).toEqual(expected);
  });
});

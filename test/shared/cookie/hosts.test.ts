import { isIP, isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import { canonicalHost, lowerCaseAscii } from '#shared/cookie/canonical-host.ts';
import { isIpAddress, isIpv4Address, isIpv6Address } from '#shared/cookie/ip-address.ts';

test.each([
  ['EXAMPLE.com', 'example.com'],
  ['example.com.', 'example.com.'],
  [encodeUtf8('BÜCHER.example'), 'xn--bcher-kva.example'],
  [encodeUtf8('пример.com'), 'xn--e1afmkfd.com'],
  ['my_host', 'my_host'],
])('the canonical form of %j is %j', (host, expected) => {
  expect(canonicalHost(host)).toBe(expected);
});

test.each(['', 'caf\xe9.com', encodeUtf8('bücher.example/x'), encodeUtf8('ü@b.com'), encodeUtf8('ü b.com')])(
  '%j has no canonical form',
  (host) => {
    expect(canonicalHost(host)).toBeUndefined();
  },
);

test('a canonical host is its own canonical form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
      const host = canonicalHost(encodeUtf8(text));
      if (host !== undefined) expect(canonicalHost(host)).toBe(host);
    }),
  );
});

test('letters beyond ASCII keep their case', () => {
  expect(lowerCaseAscii('\xc4\x8aABC')).toBe('\xc4\x8aabc');
});

test.each(['1.2.3.4', '::1', '2001:db8::7', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8', '::', '1::'])(
  '%s is an IP address',
  (host) => {
    expect(isIpAddress(host)).toBe(true);
  },
);

test.each([
  '1.2.3',
  '256.1.1.1',
  '01.2.3.4',
  '1.2.3.4.5',
  ':::',
  '1:2',
  '1:2:3:4:5:6:7:8:9',
  '::12345',
  'example.com',
  '',
])('%s is not', (host) => {
  expect(isIpAddress(host)).toBe(false);
});

test('addresses agree with Node', () => {
  const part = fc.constantFrom('', ':', '::', '.', '0', '1', '255', '256', '01', 'ffff', 'g', '1.2.3.4');
  const text = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.array(part, { maxLength: 10 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (host) => {
      expect(isIpv4Address(host)).toBe(isIPv4(host));
      expect(isIpv6Address(host)).toBe(isIPv6(host));
      expect(isIpAddress(host)).toBe(isIP(host) > 0);
    }),
    { numRuns: 1000 },
  );
});

test('an address in brackets is one too', () => {
  expect(isIpAddress('[::1]')).toBe(true);
  expect(isIpAddress('[example]')).toBe(false);
});

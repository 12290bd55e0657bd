import { expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { countLosses } from '#shared/formats/losses.ts';
import { netscape } from '#shared/formats/netscape.ts';
import { finish } from '#shared/table/progress.ts';
import { written } from '../../conformance/format-reading.ts';

const cookie: Cookie = {
  name: 'n',
  value: 'v',
  domain: 'example.com',
  hostOnly: false,
  path: '/',
  secureOnly: false,
  httpOnly: false,
};
const linesOf = (cookies: readonly Cookie[]) =>
  Buffer.from(written(netscape, cookies)).toString('latin1').split('\n').slice(2, -1);

test('a file begins with the magic line and a blank one, and ends with a line end', () => {
  expect(Buffer.from(written(netscape, [cookie])).toString()).toBe(
    '# Netscape HTTP Cookie File\n\n.example.com\tTRUE\t/\tFALSE\t0\tn\tv\n',
  );
});

test.each<[string, Partial<Cookie>, string]>([
  ['a host-only cookie has no dot', { hostOnly: true }, 'example.com\tFALSE\t/\tFALSE\t0\tn\tv'],
  ['HttpOnly is a prefix', { httpOnly: true }, '#HttpOnly_.example.com\tTRUE\t/\tFALSE\t0\tn\tv'],
  ['Secure is TRUE', { secureOnly: true }, '.example.com\tTRUE\t/\tTRUE\t0\tn\tv'],
  [
    'an expiry is whole seconds',
    { expiryTime: 1893456000.9 },
    '.example.com\tTRUE\t/\tFALSE\t1893456000\tn\tv',
  ],
  ['long expired is 1, for 0 is a session', { expiryTime: 0 }, '.example.com\tTRUE\t/\tFALSE\t1\tn\tv'],
  [
    'endless is the last whole second',
    { expiryTime: Infinity },
    '.example.com\tTRUE\t/\tFALSE\t9007199254740991\tn\tv',
  ],
  ['a domain is in lower case', { domain: 'EXAMPLE.Com' }, '.example.com\tTRUE\t/\tFALSE\t0\tn\tv'],
  [
    'another alphabet is punycode',
    { domain: 'b\xc3\xbccher.example' },
    '.xn--bcher-kva.example\tTRUE\t/\tFALSE\t0\tn\tv',
  ],
  ['an address has no subdomains', { domain: '127.0.0.1' }, '127.0.0.1\tFALSE\t/\tFALSE\t0\tn\tv'],
  ['an IPv6 address has no brackets', { domain: '[::1]' }, '::1\tFALSE\t/\tFALSE\t0\tn\tv'],
  ['a path is never empty', { path: '' }, '.example.com\tTRUE\t/\tFALSE\t0\tn\tv'],
  ['an empty value keeps its TAB', { value: '' }, '.example.com\tTRUE\t/\tFALSE\t0\tn\t'],
  ['bytes of a value stay', { value: '\xff\x01;' }, '.example.com\tTRUE\t/\tFALSE\t0\tn\t\xff\x01;'],
])('%s', (_, change, line) => {
  expect(linesOf([{ ...cookie, ...change }])).toEqual([line]);
});

test.each<[string, Partial<Cookie>]>([
  ['a TAB', { value: 'a\tb' }],
  ['a line break in the name', { name: 'a\nb' }],
  ['a carriage return', { value: 'a\r' }],
  ['a NUL', { path: '/\0' }],
  ['no domain', { domain: '' }],
  ['a domain that would be a comment', { domain: '#example.com', hostOnly: true }],
  ['a domain that begins with a blank', { domain: ' example.com' }],
  ['a value of more than a mebibyte', { value: 'x'.repeat(1 << 20) }],
  ['a path of more than 64 KiB', { path: `/${'x'.repeat(1 << 16)}` }],
])('a cookie with %s is left out, and that is told', (_, change) => {
  const cookies = [{ ...cookie, ...change }, cookie];
  expect(linesOf(cookies)).toEqual(['.example.com\tTRUE\t/\tFALSE\t0\tn\tv']);
  expect(finish(countLosses(cookies, netscape))).toMatchObject([{ code: 'entry-left-out', count: 1 }]);
});

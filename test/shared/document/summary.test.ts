import { expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { summarise } from '#shared/document/summary.ts';

const now = Date.parse('2027-01-15T08:00:00Z') / 1000;
const cookie: Cookie = {
  name: 'sid',
  value: '1',
  domain: 'example.com',
  hostOnly: false,
  path: '/',
  secureOnly: true,
  httpOnly: false,
  expiryTime: Date.parse('2027-03-03T12:00:00Z') / 1000,
};
const session: Cookie = {
  name: 'a',
  value: '',
  domain: 'a.com',
  hostOnly: true,
  path: '/',
  secureOnly: false,
  httpOnly: false,
};

test.each<[string, Cookie]>([
  ['Sent to example.com and every subdomain, only over HTTPS, until 3 March 2027.', cookie],
  ['Sent to a.com alone, until the session ends.', session],
  [
    'Sent to a.com alone, under /shop, hidden from scripts, until the session ends.',
    { ...session, path: '/shop', httpOnly: true },
  ],
  ['Sent to 127.0.0.1, until the session ends.', { ...session, domain: '127.0.0.1' }],
  ['Sent to no host: it has none, until the session ends.', { ...session, domain: '' }],
  [
    'Expired on 1 January 1970. Was sent to example.com and every subdomain, only over HTTPS.',
    { ...cookie, expiryTime: 1 },
  ],
])('%s', (words, told) => {
  const { domain, path } = told;
  expect(summarise(told, { domain, path, now })).toBe(words);
});

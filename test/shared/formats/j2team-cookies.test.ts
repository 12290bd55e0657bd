import { expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { j2teamCookies } from '#shared/formats/j2team-cookies.ts';
import { detectFormat } from '#shared/formats/registry.ts';
import { fixture, probeOf, readWell, textBytes, written } from '../../conformance/format-reading.ts';

const COOKIE: Cookie = {
  name: 'n',
  value: 'v',
  domain: 'example.com',
  hostOnly: false,
  path: '/',
  secureOnly: true,
  httpOnly: false,
};

test('a new file names the site of its first cookie, for the extension to open', () => {
  const file: unknown = JSON.parse(Buffer.from(written(j2teamCookies, [COOKIE])).toString());
  expect(file).toMatchObject({
    url: 'https://example.com',
    cookies: [{ name: 'n', domain: '.example.com' }],
  });
  expect(JSON.parse(Buffer.from(written(j2teamCookies, [])).toString())).toEqual({ url: '', cookies: [] });
});

test('entries are the cookie objects of browsers', () => {
  const { rows } = readWell(j2teamCookies, fixture('formats/j2team-cookies/export.json'));
  expect(rows.map(({ cookie }) => [cookie?.name, cookie?.hostOnly, cookie?.expiryTime])).toEqual([
    ['session', false, 1_836_411_860],
    ['wd', true, undefined],
    ['m_ls', false, 1_736_411_851],
  ]);
});

test('a list of Playwright below an address stays one of Playwright', () => {
  const text =
    '{"url":"https://a.example","cookies":[{"name":"n","value":"v","domain":"a.example","expires":-1}]}';
  expect(detectFormat(probeOf(textBytes(text)))?.id).toBe('playwright-storage-state');
});

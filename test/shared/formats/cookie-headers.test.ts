import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { bytesOf, displayText } from '#shared/cookie/byte-string.ts';
import { openDocument } from '#shared/document/open-document.ts';
import { CookieDocument } from '#shared/document/cookie-document.ts';
import { finish } from '#shared/table/progress.ts';
import { NOW, strings } from '../document/open-for-test.ts';

/** Host, name, value and whether it is for HTTPS alone, or what was kept. */
function cookiesOf(text: string): readonly (readonly unknown[] | string)[] {
  const document = finish(openDocument({ bytes: bytesOf(text), strings, now: NOW }));
  if (!(document instanceof CookieDocument)) throw new Error(document.code);
  expect(document.importedFrom?.id).toBe('cookie-headers');
  return [...document.lines.ids()].map((id) => {
    const row = document.lines.row(id);
    if (document.kind(id) !== 'entry') return displayText(document.table.line(row)).trim();
    const { domain, name, value, hostOnly, path, secureOnly } = document.table.cookie(row);
    expect([hostOnly, path]).toEqual([true, '/']);
    return [domain, name, value, secureOnly];
  });
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/formats/cookie-headers/${name}`, import.meta.url), 'latin1');

test('what curl told that it sent is for the host that it named', () => {
  expect(cookiesOf(fixture('curl-v.txt'))).toEqual([
    ['www.example.com', 'sid', 'real', false],
    ['www.example.com', 'lang', 'en', false],
  ]);
});

test('a host that is named behind the header counts, and the last word on a cookie', () => {
  expect(cookiesOf(fixture('saved-requests.txt'))).toEqual([
    ['www.example.com', 'before', 'its-host', false],
    ['www.example.com', 'sid', 'two', false],
    ['www.example.com', '__Host-id', 'a=b', true],
  ]);
});

test('lists name an address above their headers, and one without "=" has no name', () => {
  expect(cookiesOf(fixture('two-hosts.txt'))).toEqual([
    ['www.example.com', 'sid', 'first', true],
    ['www.example.com', 'lang', 'en', true],
    ['www.example.com', '$Version', '1', true],
    ['shop.example.org', 'cart', '3', false],
    ['shop.example.org', '', 'flag', false],
  ]);
});

test('a header before any host is kept, and what stands behind a head is no header', () => {
  const text = 'Cookie: lost=1\n\nGET / HTTP/1.1\nHost: a.example\nCookie: a=b\n\nCookie: body=1\n';
  expect(cookiesOf(text)).toEqual([expect.stringContaining('lost'), ['a.example', 'a', 'b', false]]);
});

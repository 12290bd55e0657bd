import { expect, test } from 'vitest';
import { canonicalHost } from '#shared/cookie/canonical-host.ts';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import { parseUrl } from '#shared/cookie/parse-url.ts';

test('what is an address, and what is none', () => {
  expect(parseUrl('https://BÜCHER.example/ä')?.host).toBe('xn--bcher-kva.example');
  expect(parseUrl('')).toBeUndefined();
  expect(parseUrl('https://')).toBeUndefined();
  expect(parseUrl('https://a b/')).toBeUndefined();
});

test('hosts of other alphabets are still known when there were many of them', () => {
  const hosts = new Set<string | undefined>();
  for (let count = 0; count < 30_000; count += 1) {
    hosts.add(canonicalHost(encodeUtf8(count % 2 === 0 ? 'Bücher.example' : 'bücher.example')));
  }
  expect([...hosts]).toEqual(['xn--bcher-kva.example']);
});

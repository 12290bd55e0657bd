import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestUrl } from '#shared/clients/request-url.ts';

describe('an address', () => {
  test.each([
    ['http://example.com', 'http example.com 80 / '],
    ['HTTPS://User:pass@Example.COM/a/../b?x=/#y', 'https example.com 443 /b ?x=/'],
    ['http://example.com:8080?q', 'http example.com 8080 / ?q'],
    ['http://[::1]:81/foo/.', 'http ::1 81 /foo/ '],
    ['http://[2001:DB8::1]/', 'http 2001:db8::1 80 / '],
    ['http://bücher.example/é', 'http xn--bcher-kva.example 80 /%C3%A9 '],
    ['http://example.com./', 'http example.com. 80 / '],
    ['  http://localhost/a b ', 'http localhost 80 /a%20b '],
    ['http://a_b.example.com/..', 'http a_b.example.com 80 / '],
    ['http://example.com/%2e%2e/x', 'http example.com 80 /%2e%2e/x '],
  ])('%s is taken apart', (address, expected) => {
    const url = requestUrl(address);
    if ('refused' in url) throw new Error(url.refused);
    expect(`${url.scheme} ${url.host} ${url.port} ${url.path} ${url.query}`).toBe(expected);
  });

  test.each([
    ['', 'not-an-address'],
    ['example.com', 'not-an-address'],
    ['http:///path', 'no-host'],
    ['http://:80/', 'no-host'],
    ['https://', 'no-host'],
    ['http://?x', 'no-host'],
    ['file:///etc/hosts', 'other-scheme'],
    ['ftp://example.com/', 'other-scheme'],
    ['javascript:alert(1)', 'not-an-address'],
    ['http://exa mple.com/', 'not-an-address'],
    ['http://example.com:99999/', 'not-an-address'],
    ['http://[::1/', 'not-an-address'],
    ['http://[]/', 'not-an-address'],
    ['http://[example.com]/', 'not-an-address'],
  ])('"%s" is refused: %s', (address, refused) => {
    expect(requestUrl(address)).toEqual({ refused });
  });

  test('never throws, and gives a host and an absolute path or a reason', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.string().map((end) => `http://${end}`),
    );
    fc.assert(
      fc.property(text, (address) => {
        const url = requestUrl(address);
        if ('refused' in url) return;
        expect(url.host).not.toBe('');
        expect(url.path.startsWith('/')).toBe(true);
        expect(/^[\0-\xff]*$/.test(url.host + url.path + url.query)).toBe(true);
      }),
    );
  });
});

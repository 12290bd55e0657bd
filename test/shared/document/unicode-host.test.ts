import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unicodeHost } from '#shared/document/unicode-host.ts';

test.each([
  ['xn--bcher-kva.example', 'bücher.example'],
  ['www.xn--mnchen-3ya.de', 'www.münchen.de'],
  ['xn--fiqs8s', '中国'],
  ['XN--bcher-kva.example', 'bücher.example'],
  ['xn--wgv71a119e.jp', '日本語.jp'],
])('%s is read as %s', (host, text) => {
  expect(unicodeHost(host)).toBe(text);
});

test.each(['example.com', 'xn--', 'xn--a', 'xn--99999999999', 'xn--b_c', ''])(
  '%j has no other spelling',
  (host) => {
    expect(unicodeHost(host)).toBeUndefined();
  },
);

test('what Node writes in punycode is read back as Node reads it', () => {
  const letters = fc.stringMatching(/^[a-zà-öø-ÿа-яα-ωぁ-ん一-龥]{1,12}$/u);
  fc.assert(
    fc.property(letters, (label) => {
      const ascii = domainToASCII(`${label}.com`);
      fc.pre(ascii.startsWith('xn--'));
      expect(unicodeHost(ascii)).toBe(domainToUnicode(ascii));
    }),
  );
});

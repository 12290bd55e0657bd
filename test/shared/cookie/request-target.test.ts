import { describe, expect, test } from 'vitest';
import { isTrustworthy, requestTarget } from '#shared/cookie/request-target.ts';

describe('what of an address decides about cookies', () => {
  test.each([
    ['http://Example.COM', { host: 'example.com', path: '/', scheme: 'http' }],
    ['https://example.com:8443/a/b?c=/d#e', { host: 'example.com', path: '/a/b', scheme: 'https' }],
    ['https://bücher.example/ž', { host: 'xn--bcher-kva.example', path: '/%C5%BE', scheme: 'https' }],
    ['http://[::1]/', { host: '::1', path: '/', scheme: 'http' }],
    ['http://example.com./a/../b', { host: 'example.com.', path: '/b', scheme: 'http' }],
  ])('%s', (url, expected) => {
    expect(requestTarget(url)).toEqual(expected);
  });

  test.each([
    ['file:///etc/hosts', 'other-scheme'],
    ['javascript:0', 'other-scheme'],
    ['http://', 'no-host'],
    ['https:///?x', 'no-host'],
    ['http://:80/', 'no-host'],
    ['example.com', 'not-an-address'],
    ['http://a b/', 'not-an-address'],
    ['', 'not-an-address'],
  ])('%j is none, and says why', (url, refused) => {
    expect(requestTarget(url)).toEqual({ refused });
  });

  test.each([
    ['https://example.com', true],
    ['http://example.com', false],
    ['http://localhost', true],
    ['http://localhost./', true],
    ['http://a.localhost', true],
    ['http://notlocalhost', false],
    ['http://127.9.9.9', true],
    ['http://127.com', false],
    ['http://[::1]', true],
    ['http://[::2]', false],
    ['http://10.0.0.1', false],
  ])('%s is trustworthy: %s', (url, expected) => {
    const target = requestTarget(url);
    expect('refused' in target ? undefined : isTrustworthy(target)).toBe(expected);
  });
});

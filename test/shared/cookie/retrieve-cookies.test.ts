import { describe, expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { type RequestTarget, requestTarget } from '#shared/cookie/request-target.ts';
import { type CookieRequest, cookieString, retrieveCookies } from '#shared/cookie/retrieve-cookies.ts';
import { RFC_6265BIS_RULES } from '#shared/cookie/user-agent-rules.ts';

const NOW = 1_800_000_000;

function at(url: string): RequestTarget {
  const target = requestTarget(url);
  if ('refused' in target) throw new Error('no address');
  return target;
}

const cookie = (some: Partial<Cookie>): Cookie => ({
  name: 'a',
  value: '1',
  domain: 'x.com',
  hostOnly: false,
  path: '/',
  secureOnly: false,
  httpOnly: false,
  ...some,
});

/** The first reason for which a cookie is left out, or `sent`. */
function fate(some: Partial<Cookie>, url: string, request: Partial<CookieRequest> = {}): string {
  const { leftOut } = retrieveCookies([cookie(some)], { target: at(url), now: NOW, ...request });
  return leftOut[0]?.reason ?? 'sent';
}

describe('a cookie goes along with a request, or stays for one reason', () => {
  test.each([
    [{}, 'http://x.com/', 'sent'],
    [{}, 'http://www.x.com/', 'sent'],
    [{}, 'http://yx.com/', 'other-domain'],
    [{ hostOnly: true }, 'http://www.x.com/', 'other-host'],
    [{ path: '/p' }, 'http://x.com/p/q', 'sent'],
    [{ path: '/p' }, 'http://x.com/pq', 'other-path'],
    [{ secureOnly: true }, 'http://x.com/', 'not-secure'],
    [{ secureOnly: true }, 'https://x.com/', 'sent'],
    [{ expiryTime: NOW }, 'http://x.com/', 'expired'],
    [{ expiryTime: NOW + 1 }, 'http://x.com/', 'sent'],
    [{ domain: '10.0.0.1', hostOnly: true }, 'http://10.0.0.1/', 'sent'],
    [{ domain: '0.0.1' }, 'http://10.0.0.1/', 'other-domain'],
    [{ domain: '::1', hostOnly: true }, 'http://[::1]/', 'sent'],
  ])('%o to %s: %s', (some, url, expected) => {
    expect(fate(some, url)).toBe(expected);
  });

  const link = { sameSite: false };
  const post = { sameSite: false, safeMethod: false };
  const image = { sameSite: false, topLevel: false };
  test.each([
    ['strict', 'cross-site', 'cross-site', 'cross-site'],
    ['lax', 'sent', 'cross-site', 'cross-site'],
    ['none', 'sent', 'sent', 'sent'],
    [undefined, 'sent', 'cross-site', 'cross-site'],
  ] as const)(
    'from another site with SameSite %s: by link %s, by POST %s, by image %s',
    (sameSite, ...expected) => {
      const extras = { ...(sameSite !== undefined && { sameSite }) };
      const fates = [link, post, image].map((request) => fate({ extras }, 'https://x.com/', request));
      expect(fates).toEqual(expected);
    },
  );

  test('a young one without SameSite may go along with a POST where the user agent lets it', () => {
    const rules = { ...RFC_6265BIS_RULES, laxAllowingUnsafe: 120 };
    const ages = [119, 120].map((age) => {
      const young = cookie({ extras: { creationTime: NOW - age } });
      return retrieveCookies([young], { target: at('http://x.com/'), now: NOW, ...post }, rules).sent.length;
    });
    expect(ages).toEqual([1, 0]);
  });

  test('a script sees no HttpOnly', () => {
    expect(fate({ httpOnly: true }, 'http://x.com/', { fromScript: true })).toBe('http-only');
  });
});

describe('the Cookie header', () => {
  test('F41: longer paths come first, then older cookies', () => {
    const jar = [
      cookie({ name: 'root' }),
      cookie({ name: 'deep', path: '/p/q' }),
      cookie({ name: 'young' }),
      cookie({ name: 'middle', path: '/p' }),
    ];
    const { sent } = retrieveCookies(jar, { target: at('http://x.com/p/q'), now: NOW });
    expect(sent.map(({ name }) => name)).toEqual(['deep', 'middle', 'root', 'young']);
  });

  test.each([
    [[], ''],
    [[{ name: 'a', value: '1' }], 'a=1'],
    [
      [
        { name: '', value: 'v' },
        { name: 'n', value: '' },
      ],
      'v; n=',
    ],
  ])('of %o is %j', (cookies, expected) => {
    expect(cookieString(cookies)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cookieIdentity } from '#shared/cookie/cookie-identity.ts';
import { type RequestTarget, requestTarget } from '#shared/cookie/request-target.ts';
import { retrieveCookies } from '#shared/cookie/retrieve-cookies.ts';
import { type CookieJar, type SetCookieContext, receiveSetCookie } from '#shared/cookie/store-cookie.ts';

const NOW = 1_800_000_000;

function at(url: string): RequestTarget {
  const target = requestTarget(url);
  if ('refused' in target) throw new Error('no address');
  return target;
}

const from = (url: string): SetCookieContext => ({ target: at(url), now: NOW });

/** The jar after headers from one address; a header that is rejected changes nothing. */
function jarOf(url: string, headers: readonly string[], before: CookieJar = []): CookieJar {
  return headers.reduce((jar, header) => {
    const outcome = receiveSetCookie(header, jar, from(url));
    return outcome.outcome === 'rejected' ? jar : outcome.jar;
  }, before);
}

describe('a cookie is stored with what its header says', () => {
  test('all of it', () => {
    const header = 'a=1; Domain=x.com; Path=/p; Secure; HttpOnly; SameSite=Strict; Max-Age=60';
    expect(receiveSetCookie(header, [], from('https://www.x.com/'))).toEqual({
      outcome: 'added',
      cookie: expect.anything(),
      jar: [
        {
          name: 'a',
          value: '1',
          domain: 'x.com',
          hostOnly: false,
          path: '/p',
          secureOnly: true,
          httpOnly: true,
          expiryTime: NOW + 60,
          extras: { creationTime: NOW, sameSite: 'strict' },
        },
      ],
    });
  });

  test('no lifetime is longer than 400 days', () => {
    const [cookie] = jarOf('http://x.com/', ['a=1; Max-Age=99999999999999999999']);
    expect(cookie?.expiryTime).toBe(NOW + 400 * 86_400);
  });

  test('replacing keeps the place and the creation time', () => {
    const before = jarOf('http://x.com/', ['a=1', 'b=2']);
    const outcome = receiveSetCookie('a=3', before, { target: at('http://x.com/'), now: NOW + 9 });
    expect(outcome).toMatchObject({
      outcome: 'replaced',
      jar: [{ name: 'a', value: '3', extras: { creationTime: NOW } }, { name: 'b' }],
    });
  });
});

describe('a cookie is rejected, with the step and the reason', () => {
  test.each([
    ['', 'http://x.com/', 2, 'empty'],
    ['a=1; Domain=\xe9.com', 'http://x.com/', 8, 'domain-not-ascii'],
    ['a=1; Domain=com', 'http://x.com/', 9, 'domain-public-suffix'],
    ['a=1; Domain=..x.com', 'http://x.com/', 10, 'domain-not-a-host'],
    ['a=1; Domain=y.com', 'http://x.com/', 10, 'domain-other-host'],
    ['a=1; Secure', 'http://x.com/', 13, 'secure-over-http'],
    ['a=1; SameSite=None', 'https://x.com/', 19, 'same-site-none-not-secure'],
    ['__Secure-a=1', 'https://x.com/', 20, 'prefix-broken'],
    ['__host-a=1; Secure; Path=/x', 'https://x.com/', 20, 'prefix-broken'],
    ['__Host-a=1; Secure', 'https://x.com/', 20, 'prefix-broken'],
    ['__Http-a=1; Secure', 'https://x.com/', 20, 'prefix-broken'],
    ['=__Secure-a=1', 'https://x.com/', 22, 'prefix-in-nameless-value'],
  ])('%j from %s at step %i', (header, url, step, reason) => {
    expect(receiveSetCookie(header, [], from(url))).toEqual({
      outcome: 'rejected',
      reason,
      step: `RFC 6265bis §5.7, step ${step}`,
    });
  });

  test('over plain http it neither hides nor replaces a Secure one of its name', () => {
    const jar = jarOf('https://www.x.com/', ['a=1; Secure; Domain=x.com; Path=/p']);
    const outcomes = ['a=2; Path=/p', 'a=2; Path=/p/q', 'a=2; Path=/', 'A=2; Path=/p', 'a=2; Path=/pq'].map(
      (header) => receiveSetCookie(header, jar, from('http://www.x.com/')).outcome,
    );
    expect(outcomes).toEqual(['rejected', 'rejected', 'added', 'added', 'added']);
  });

  test.each([
    ['a script sets no HttpOnly', 'b=1; HttpOnly', 'http-only-from-script'],
    ['a script replaces no HttpOnly', 'a=2', 'over-http-only-from-script'],
  ])('%s', (_, header, reason) => {
    const jar = jarOf('http://x.com/', ['a=1; HttpOnly']);
    const context = { ...from('http://x.com/'), fromScript: true };
    expect(receiveSetCookie(header, jar, context)).toMatchObject({ outcome: 'rejected', reason });
  });

  test('with an image of another page only SameSite=None gets in', () => {
    const context = { ...from('https://x.com/'), sameSite: false };
    const outcomes = ['a=1', 'a=1; SameSite=Lax', 'a=1; SameSite=None; Secure'].map(
      (header) => receiveSetCookie(header, [], context).outcome,
    );
    expect(outcomes).toEqual(['rejected', 'rejected', 'added']);
  });
});

describe('what holds for any headers from any addresses', () => {
  const header = fc
    .array(
      fc.oneof(
        fc.constantFrom('a=1', 'b=', '=c', 'Secure', 'Path=/x', 'Domain=x.com', 'Max-Age=0', 'HttpOnly'),
        fc.string({ unit: 'binary' }).map((text) => text.replace(/[^\0-\xff]/g, '\xff')),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join(';'));
  const url = fc.constantFrom(
    'http://x.com/',
    'https://www.x.com/x/y',
    'http://127.0.0.1/',
    'http://[::1]/a',
  );
  const visits = fc.array(fc.tuple(url, fc.array(header, { maxLength: 4 })), { maxLength: 5 });
  const walk = (all: readonly (readonly [string, readonly string[]])[]): CookieJar =>
    all.reduce((jar, [address, headers]) => jarOf(address, headers, jar), [] as CookieJar);

  test('no two cookies of a jar are the same, and none is over', () => {
    fc.assert(
      fc.property(visits, (all) => {
        const jar = walk(all);
        expect(new Set(jar.map(cookieIdentity)).size).toBe(jar.length);
        expect(jar.filter(({ expiryTime = Infinity }) => expiryTime <= NOW)).toEqual([]);
      }),
    );
  });

  test('F17: the same headers and clock give the same jar, and each cookie is either sent or left out', () => {
    fc.assert(
      fc.property(visits, url, (all, to) => {
        const jar = walk(all);
        expect(walk(all)).toEqual(jar);
        const { sent, leftOut } = retrieveCookies(jar, { target: at(to), now: NOW });
        expect([...sent, ...leftOut.map(({ cookie }) => cookie)].length).toBe(jar.length);
      }),
    );
  });

  test('a header that adds a cookie and one that ends it leave the jar as it was', () => {
    fc.assert(
      fc.property(visits, (all) => {
        const jar = walk(all);
        const added = receiveSetCookie('new=1; Path=/q', jar, from('http://x.com/'));
        const after = 'jar' in added ? added.jar : jar;
        const ended = receiveSetCookie('new=; Path=/q; Max-Age=0', after, from('http://x.com/'));
        expect([added.outcome, ended.outcome]).toEqual(['added', 'removed']);
        expect('jar' in ended && ended.jar).toEqual(jar);
      }),
    );
  });
});

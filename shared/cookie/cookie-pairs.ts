import type { ByteString } from './byte-string.ts';
import type { Cookie } from './cookie.ts';
import type { RequestTarget } from './request-target.ts';

/** What a `Cookie` header says of a cookie. */
export type CookiePair = Pick<Cookie, 'name' | 'value'>;

/** The pairs of a `Cookie` header. One without "=" is the value of a cookie that has no name (RFC 6265bis §5.8.3). */
export function cookiePairs(header: ByteString): readonly CookiePair[] {
  return header.split(';').flatMap((part) => {
    const pair = part.trim();
    const equals = pair.indexOf('=');
    if (pair === '' || pair === '=') return [];
    return [
      { name: pair.slice(0, Math.max(0, equals)).trimEnd(), value: pair.slice(equals + 1).trimStart() },
    ];
  });
}

/**
 * The cookies of a header that went to a host. It says no more than names and values: they are for that host alone, for
 * every path, until the session ends, and for HTTPS only if they went over it or if their names ask for it.
 */
export function cookiesSentTo(pairs: readonly CookiePair[], to: Omit<RequestTarget, 'path'>): Cookie[] {
  return pairs.map(({ name, value }) => ({
    name,
    value,
    domain: to.host,
    hostOnly: true,
    path: '/',
    secureOnly: to.scheme === 'https' || /^__(?:secure|host)-/i.test(name),
    httpOnly: false,
  }));
}

import type { ByteString } from '#shared/cookie/byte-string.ts';
import { type RequestTarget, requestTarget } from '#shared/cookie/request-target.ts';
import type { CookieJar } from '#shared/cookie/store-cookie.ts';
import { browserOf } from '#shared/clients/browser-of.ts';
import type { Browser, BrowserRequest } from '#shared/clients/browser.ts';
import type { Exchange } from './scenario.ts';

/** A browser that does nothing otherwise than the standard. */
export const standard: Browser = browserOf({
  id: 'rfc-6265bis',
  title: 'RFC 6265bis',
  versions: [{ id: '22', measured: false }],
  differences: [],
  limits: [],
});

/** What a browser of this model holds after all exchanges. */
export function predictJar(
  browser: Browser,
  exchanges: readonly Exchange[],
  at: (exchange: Exchange) => number,
): CookieJar {
  return exchanges.reduce<CookieJar>((jar, exchange) => {
    return browser.receive(jar, exchange.setCookie ?? [], requestOf(browser, exchange, at(exchange))).jar;
  }, []);
}

/** What a browser of this model sends with each exchange; `at` says when, in seconds since 1970. */
export function predict(
  browser: Browser,
  exchanges: readonly Exchange[],
  at: (exchange: Exchange) => number,
): readonly ByteString[] {
  let jar: CookieJar = [];
  return exchanges.map((exchange) => {
    const request = requestOf(browser, exchange, at(exchange));
    const { header = '' } = browser.send(jar, request);
    jar = browser.receive(jar, exchange.setCookie ?? [], request).jar;
    return header;
  });
}

function requestOf({ versions }: Browser, { url, from }: Exchange, now: number): BrowserRequest {
  return {
    target: targetOf(url),
    version: versions.at(-1)?.id ?? '',
    now,
    ...(from?.by === 'post' && { method: 'POST' }),
    ...(from !== undefined && {
      initiator: {
        target: targetOf(from.url),
        redirected: from.by === 'redirection',
        topLevel: from.by !== 'image' && from.by !== 'frame',
      },
    }),
  };
}

function targetOf(url: string): RequestTarget {
  const target = requestTarget(url);
  if ('refused' in target) throw new Error('a scenario goes to no address');
  return target;
}

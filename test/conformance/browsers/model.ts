import type { ByteString } from '#shared/cookie/byte-string.ts';
import { requestTarget } from '#shared/cookie/request-target.ts';
import { cookieString, retrieveCookies } from '#shared/cookie/retrieve-cookies.ts';
import { siteOf } from '#shared/cookie/site-of.ts';
import { type CookieJar, receiveSetCookie } from '#shared/cookie/store-cookie.ts';
import { RFC_6265BIS_RULES, type UserAgentRules } from '#shared/cookie/user-agent-rules.ts';
import type { Exchange } from './scenario.ts';

/** What a user agent of these rules sends with each exchange; `at` says when, in seconds since 1970. */
export function predict(
  exchanges: readonly Exchange[],
  at: (exchange: Exchange) => number,
  rules: UserAgentRules = RFC_6265BIS_RULES,
): readonly ByteString[] {
  let jar: CookieJar = [];
  return exchanges.map((exchange) => {
    const target = requestTarget(exchange.url);
    if ('refused' in target) throw new Error('a scenario goes to no address');
    const now = at(exchange);
    const from = exchange.from === undefined ? target : requestTarget(exchange.from.url);
    const sameSite = !('refused' in from) && siteOf(from) === siteOf(target);
    const by = exchange.from?.by;
    const topLevel = by === undefined || by === 'link' || by === 'post';
    const request = { target, now, sameSite, topLevel, safeMethod: by !== 'post' };
    const sent = cookieString(retrieveCookies(jar, request, rules).sent);
    for (const header of exchange.setCookie ?? []) {
      const outcome = receiveSetCookie(header, jar, { target, now, sameSite: sameSite || topLevel }, rules);
      if (outcome.outcome !== 'rejected') jar = outcome.jar;
    }
    return sent;
  });
}

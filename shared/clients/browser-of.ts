import type { ByteString } from '../cookie/byte-string.ts';
import type { Cookie } from '../cookie/cookie.ts';
import { type SetCookie, parseSetCookie } from '../cookie/parse-set-cookie.ts';
import { type LeftOutReason, cookieString, retrieveCookies } from '../cookie/retrieve-cookies.ts';
import type { RequestTarget } from '../cookie/request-target.ts';
import { siteOf } from '../cookie/site-of.ts';
import { type CookieJar, type Rejection, receiveSetCookie, storeCookie } from '../cookie/store-cookie.ts';
import { RFC_6265BIS_RULES, type UserAgentRules } from '../cookie/user-agent-rules.ts';
import type {
  Browser,
  BrowserDefinition,
  BrowserRequest,
  HeaderEffect,
  Initiator,
  Receipt,
} from './browser.ts';
import type { SentHeader } from './client.ts';
import { type Reason, type ReasonCode, reason } from './reason.ts';
import { stepsOf } from './version.ts';

const REJECTIONS: Readonly<Record<Rejection['reason'], ReasonCode>> = {
  empty: 'header-empty',
  'control-character': 'header-control-character',
  nameless: 'nameless',
  'too-large': 'too-large',
  'domain-not-ascii': 'domain-not-ascii',
  'domain-not-a-host': 'domain-not-a-host',
  'domain-public-suffix': 'public-suffix',
  'domain-other-host': 'domain-foreign',
  'secure-over-http': 'secure-over-http',
  'http-only-from-script': 'http-only-from-script',
  'over-secure-cookie': 'over-secure-cookie',
  'cross-site': 'set-cross-site',
  'same-site-none-not-secure': 'same-site-none-not-secure',
  'partitioned-not-secure': 'partitioned-not-secure',
  'prefix-broken': 'prefix-broken',
  'prefix-in-nameless-value': 'prefix-in-nameless-value',
  'over-http-only-from-script': 'over-http-only-from-script',
};

const LEFT_OUT: Readonly<Record<LeftOutReason, ReasonCode>> = {
  'other-domain': 'other-domain',
  'other-host': 'other-host',
  'other-path': 'other-path',
  'not-secure': 'not-secure',
  'http-only': 'http-only-for-script',
  expired: 'expired-by-now',
  'cross-site': 'cross-site',
  'other-partition': 'other-partition',
};

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];

/** The browser that a definition describes. */
export function browserOf(definition: BrowserDefinition): Browser {
  return {
    ...definition,
    receive: (jar, headers, to) => receive(jar, headers, to, rulesOf(definition, to.version)),
    send: (jar, request) => send(jar, request, rulesOf(definition, request.version)),
    hold: (cookie, version) => hold(cookie, rulesOf(definition, version)),
  };
}

/** The rules of a browser in one of its releases: those of the standard, changed by each difference in turn. */
export function rulesOf({ differences }: BrowserDefinition, version: string): UserAgentRules {
  return Object.assign(
    {},
    RFC_6265BIS_RULES,
    ...stepsOf(differences, version).map(({ rules }) => rules),
  ) as UserAgentRules;
}

function receive(
  jar: CookieJar,
  headers: readonly ByteString[],
  { target, now, initiator }: BrowserRequest,
  rules: UserAgentRules,
): Receipt {
  const sameSite = initiator?.topLevel !== false || isSameSite(target, initiator, rules);
  let after = jar;
  const effects = headers.map((header): HeaderEffect => {
    const stored = receiveSetCookie(header, after, { target, now, sameSite }, rules);
    if (stored.outcome === 'rejected') {
      return { outcome: 'rejected', reason: reason(REJECTIONS[stored.reason]), step: stored.step };
    }
    after = stored.jar;
    const read = parseSetCookie(header, rules);
    return {
      outcome: stored.outcome,
      cookie: stored.cookie,
      ignored: 'refused' in read ? [] : read.ignored,
    };
  });
  return { jar: after, effects };
}

/** Whether a request counts as same-site (RFC 6265bis §5.2). */
function isSameSite(target: RequestTarget, initiator: Initiator | undefined, rules: UserAgentRules): boolean {
  if (initiator === undefined || (initiator.redirected === true && !rules.redirectionsCount)) return true;
  return siteOf(initiator.target, rules) === siteOf(target, rules);
}

function send(jar: CookieJar, request: BrowserRequest, rules: UserAgentRules): SentHeader {
  const { target, now, method = 'GET', initiator } = request;
  const { sent, leftOut } = retrieveCookies(
    jar,
    {
      target,
      now,
      safeMethod: SAFE_METHODS.includes(method.toUpperCase()),
      sameSite: isSameSite(target, initiator, rules),
      topLevel: initiator?.topLevel !== false,
    },
    rules,
  );
  const places = new Map(jar.map((cookie, at) => [cookie, at]));
  const header = cookieString(sent);
  return {
    ...(sent.length > 0 && { header }),
    sent: sent.flatMap((cookie) => places.get(cookie) ?? []),
    leftOut: leftOut.flatMap(({ cookie, reason: why }) => {
      const at = places.get(cookie);
      return at === undefined ? [] : [{ cookie: at, reason: reason(LEFT_OUT[why]) }];
    }),
  };
}

/** The cookie as a header over https from its own host would bring it. */
function hold(cookie: Cookie, rules: UserAgentRules): Cookie | { readonly refused: Reason } {
  const { name, value, domain, hostOnly, path, secureOnly, httpOnly, expiryTime, extras = {} } = cookie;
  if (name.includes(';') || value.includes(';')) return { refused: reason('semicolon') };
  if (rules.refusedBytes.test(name + value) || rules.refusedInside?.test(name + value) === true)
    return { refused: reason('header-control-character') };
  if (name.length + value.length > rules.maxSize) return { refused: reason('too-large') };
  const { sameSite, partitionKey } = extras;
  const given: SetCookie = {
    name,
    value,
    ...(!hostOnly && { domain }),
    path,
    secureOnly,
    httpOnly,
    ...(sameSite !== undefined && { sameSite }),
    partitioned: partitionKey !== undefined,
    ignored: [],
  };
  const target = { host: domain, path, scheme: 'https' } as const;
  const stored = storeCookie(given, [], { target, now: 0 }, rules);
  if (stored.outcome === 'rejected') return { refused: reason(REJECTIONS[stored.reason]) };
  return {
    ...stored.cookie,
    ...(expiryTime !== undefined && { expiryTime }),
    extras: {
      ...(sameSite !== undefined && { sameSite }),
      ...(partitionKey !== undefined && { partitionKey }),
    },
  };
}

import type { ByteString } from './byte-string.ts';
import { hasHighByte } from './character-classes.ts';
import { computeExpiry } from './compute-expiry.ts';
import { isSameCookie } from './cookie-identity.ts';
import type { Cookie, EpochSeconds } from './cookie.ts';
import { pathAttribute } from './default-path.ts';
import { type DomainScope, domainAttribute } from './domain-attribute.ts';
import { type SetCookie, type UnreadableSetCookie, parseSetCookie } from './parse-set-cookie.ts';
import type { RequestTarget } from './request-target.ts';
import { registrableDomain, siteOf } from './site-of.ts';
import { type RejectionReason, STORAGE_STEPS } from './storage-steps.ts';
import { RFC_6265BIS_RULES, type UserAgentRules } from './user-agent-rules.ts';

/** The circumstances in which a header arrives. */
export interface SetCookieContext {
  readonly target: RequestTarget;
  readonly now: EpochSeconds;
  /**
   * The response is to a same-site request or to a navigation of a whole window; where it is not, only
   * `SameSite=None` gets in. Default true.
   */
  readonly sameSite?: boolean;
  /** From a script in the page, not from a response. Default false. */
  readonly fromScript?: boolean;
}

/** Cookies in the order of their creation. */
export type CookieJar = readonly Cookie[];

/** Why a header sets nothing, and where the standard says so. */
export interface Rejection {
  readonly outcome: 'rejected';
  readonly reason: RejectionReason | UnreadableSetCookie;
  /** As it is cited: `RFC 6265bis §5.7, step 13`. */
  readonly step: string;
}

/** What one header does to a jar. `nothing`: it deletes what is not there. */
export type StoreOutcome =
  | Rejection
  | {
      readonly outcome: 'added' | 'replaced' | 'removed' | 'nothing';
      readonly cookie: Cookie;
      readonly jar: CookieJar;
    };

const UNREADABLE_STEPS: Readonly<Record<UnreadableSetCookie, string>> = {
  'control-character': 'RFC 6265bis §5.6, step 1',
  'too-large': 'RFC 6265bis §5.6, step 5',
};

/** What a `Set-Cookie` header does to a jar (RFC 6265bis §5.6 and §5.7). */
export function receiveSetCookie(
  header: ByteString,
  jar: CookieJar,
  context: SetCookieContext,
  rules: UserAgentRules = RFC_6265BIS_RULES,
): StoreOutcome {
  const read = parseSetCookie(header, rules);
  if ('refused' in read)
    return { outcome: 'rejected', reason: read.refused, step: UNREADABLE_STEPS[read.refused] };
  return storeCookie(read, jar, context, rules);
}

/** Puts a parsed header into a jar, or says which step rejects it (RFC 6265bis §5.7). */
export function storeCookie(
  given: SetCookie,
  jar: CookieJar,
  context: SetCookieContext,
  rules: UserAgentRules = RFC_6265BIS_RULES,
): StoreOutcome {
  const scope = scopeOf(given.domain ?? '', context.target.host, rules);
  const cookie = newCookie(given, scope, context, rules);
  const isSecure = rules.isSecure(context.target);
  for (const { reason, source, rejects } of STORAGE_STEPS) {
    if (rejects({ given, scope, cookie, jar, isSecure, context, rules })) {
      return { outcome: 'rejected', reason, step: source };
    }
  }
  const at = jar.findIndex((other) => other.name === cookie.name && isSameCookie(other, cookie));
  if (cookie.expiryTime !== undefined && cookie.expiryTime <= context.now) {
    return at < 0
      ? { outcome: 'nothing', cookie, jar }
      : { outcome: 'removed', cookie, jar: jar.toSpliced(at, 1) };
  }
  if (at < 0) return { outcome: 'added', cookie, jar: withinLimit([...jar, cookie], cookie, rules) };
  return { outcome: 'replaced', cookie, jar: replaced(jar, at, cookie, rules) };
}

/** The domain and the host-only flag, or why there are none (RFC 6265bis §5.6.3 and §5.7, steps 7 to 10). */
function scopeOf(attribute: ByteString, host: ByteString, rules: UserAgentRules): DomainScope {
  if (attribute === '.' && rules.domainOfOneDot === 'refused') return { refused: 'not-a-host' };
  if (hasHighByte(attribute) && rules.domainNotAscii === 'refused') return { refused: 'not-a-host' };
  const scope = domainAttribute(attribute, host.includes(':') ? `[${host}]` : host);
  return 'refused' in scope || !scope.domain.startsWith('[') ? scope : { domain: host, hostOnly: true };
}

/** The cookie a header asks for (RFC 6265bis §5.7, steps 5 to 12). */
function newCookie(
  given: SetCookie,
  scope: DomainScope,
  { target, now }: SetCookieContext,
  rules: UserAgentRules,
): Cookie {
  const expiryTime = computeExpiry({
    ...(given.maxAge !== undefined && { maxAge: given.maxAge }),
    ...(given.expires !== undefined && { expires: given.expires }),
    now,
    longest: rules.longestLifetime,
  });
  return {
    name: given.name,
    value: given.value,
    ...('refused' in scope ? { domain: target.host, hostOnly: true } : scope),
    path: pathAttribute(given.path ?? '', target.path),
    secureOnly: given.secureOnly,
    httpOnly: given.httpOnly,
    ...(expiryTime !== undefined && { expiryTime }),
    extras: {
      creationTime: now,
      ...(given.sameSite !== undefined && { sameSite: given.sameSite }),
      ...(given.partitioned && { partitionKey: { topLevelSite: siteOf(target, rules) } }),
    },
  };
}

/** The jar without the oldest cookies of a site that has more than its share; those that are not Secure go first. */
function withinLimit(jar: CookieJar, { domain }: Cookie, { siteLimit }: UserAgentRules): CookieJar {
  if (siteLimit === undefined || jar.length <= siteLimit.most) return jar;
  const site = registrableDomain(domain);
  const ofSite = jar.filter((old) => old.domain === domain || registrableDomain(old.domain) === site);
  if (ofSite.length <= siteLimit.most) return jar;
  const eldest = ofSite.toSorted((one, other) => Number(one.secureOnly) - Number(other.secureOnly));
  const gone = new Set(eldest.slice(0, ofSite.length - siteLimit.afterPurge));
  return jar.filter((cookie) => !gone.has(cookie));
}

/** The jar with the cookie in the place of the old one, or last where the user agent counts it as new (step 23). */
function replaced(
  jar: CookieJar,
  at: number,
  cookie: Cookie,
  { replacedKeepsPlace }: UserAgentRules,
): CookieJar {
  const old = jar[at];
  const keeps = replacedKeepsPlace === 'always' || old?.value === cookie.value;
  if (!keeps) return [...jar.toSpliced(at, 1), cookie];
  const creationTime = old?.extras?.creationTime;
  return jar.with(at, {
    ...cookie,
    extras: { ...cookie.extras, ...(creationTime !== undefined && { creationTime }) },
  });
}

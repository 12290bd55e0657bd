import type { ByteString } from './byte-string.ts';
import type { Cookie, EpochSeconds } from './cookie.ts';
import { domainMatches } from './domain-matches.ts';
import { pathMatches } from './path-matches.ts';
import type { RequestTarget } from './request-target.ts';
import { siteOf } from './site-of.ts';
import { RFC_6265BIS_RULES, type UserAgentRules } from './user-agent-rules.ts';

/** A request that cookies may go along with. */
export interface CookieRequest {
  readonly target: RequestTarget;
  readonly now: EpochSeconds;
  /** The page or program that asks is of the same site, or nobody but the user asks. Default true. */
  readonly sameSite?: boolean;
  /** A method that changes nothing: GET, HEAD, OPTIONS, TRACE. Default true. */
  readonly safeMethod?: boolean;
  /** A navigation of a whole window, not an image or a frame. Default true. */
  readonly topLevel?: boolean;
  /** For `document.cookie`. Default false. */
  readonly fromScript?: boolean;
}

/** The first reason for which a cookie stays behind. */
export type LeftOutReason =
  | 'other-domain'
  | 'other-host'
  | 'other-path'
  | 'not-secure'
  | 'http-only'
  | 'expired'
  | 'cross-site'
  | 'other-partition';

/** What goes along with a request, in order, and what stays behind. */
export interface Retrieval {
  readonly sent: readonly Cookie[];
  readonly leftOut: readonly { readonly cookie: Cookie; readonly reason: LeftOutReason }[];
}

/**
 * The cookies of a jar, which is in the order of creation, that go along with a request (RFC 6265bis §5.8.3): longer
 * paths first, then earlier ones.
 */
export function retrieveCookies(
  jar: readonly Cookie[],
  request: CookieRequest,
  rules: UserAgentRules = RFC_6265BIS_RULES,
): Retrieval {
  const sent: Cookie[] = [];
  const leftOut: { cookie: Cookie; reason: LeftOutReason }[] = [];
  for (const cookie of jar) {
    const reason = leftOutReason(cookie, request, rules);
    if (reason === undefined) sent.push(cookie);
    else leftOut.push({ cookie, reason });
  }
  return { sent: sent.toSorted((one, other) => other.path.length - one.path.length), leftOut };
}

/** The value of the `Cookie` header (RFC 6265bis §5.8.3, step 4); empty where nothing is sent. */
export function cookieString(cookies: readonly Pick<Cookie, 'name' | 'value'>[]): ByteString {
  return cookies.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ');
}

/** Why a cookie does not go along with a request; nothing where it does. */
export function leftOutReason(
  cookie: Cookie,
  request: CookieRequest,
  rules: UserAgentRules = RFC_6265BIS_RULES,
): LeftOutReason | undefined {
  const { target, now } = request;
  if (!domainMatches(target.host, cookie.domain)) return 'other-domain';
  if (cookie.hostOnly && target.host !== cookie.domain) return 'other-host';
  if (!pathMatches(target.path, cookie.path)) return 'other-path';
  if (cookie.secureOnly && !rules.isSecure(target)) return 'not-secure';
  if (cookie.httpOnly && request.fromScript === true) return 'http-only';
  if (cookie.expiryTime !== undefined && cookie.expiryTime <= now) return 'expired';
  if (request.sameSite === false && !goesCrossSite(cookie, request, rules)) return 'cross-site';
  const partition = cookie.extras?.partitionKey?.topLevelSite;
  if (rules.partitioned && partition !== undefined && partition !== siteOf(target, rules))
    return 'other-partition';
  return undefined;
}

/** Whether a cookie goes along with a request from another site. */
function goesCrossSite(cookie: Cookie, request: CookieRequest, rules: UserAgentRules): boolean {
  const { sameSite, creationTime } = cookie.extras ?? {};
  const mode = sameSite ?? rules.defaultSameSite;
  if (request.topLevel === false && rules.thirdParty === 'cut-off') return false;
  if (mode === 'none') return true;
  if (mode === 'strict' || request.topLevel === false) return false;
  if (request.safeMethod !== false) return true;
  return (
    sameSite === undefined &&
    creationTime !== undefined &&
    request.now - creationTime < rules.laxAllowingUnsafe
  );
}

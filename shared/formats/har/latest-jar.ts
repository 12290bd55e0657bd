import { type Cookie, type EpochSeconds } from '../../cookie/cookie.ts';
import { cookieIdentity } from '../../cookie/cookie-identity.ts';
import { domainMatches } from '../../cookie/domain-matches.ts';
import type { SetCookie } from '../../cookie/parse-set-cookie.ts';
import { isTrustworthy, type RequestTarget } from '../../cookie/request-target.ts';
import { registrableDomain } from '../../cookie/site-of.ts';
import { type CookieJar, storeCookie } from '../../cookie/store-cookie.ts';
import { RFC_6265BIS_RULES, type UserAgentRules } from '../../cookie/user-agent-rules.ts';

/** A cookie of the jar, and the line of the log that told of it last. */
export interface JarEntry {
  readonly cookie: Cookie;
  readonly line: number;
}

/** As browsers do it: a page of this very machine may set Secure cookies. */
const RULES: UserAgentRules = { ...RFC_6265BIS_RULES, isSecure: isTrustworthy };
/** Where nobody knows when a header came, its lifetime cannot be cut. */
const TIMELESS: UserAgentRules = { ...RULES, longestLifetime: Number.MAX_SAFE_INTEGER };

/**
 * The cookies that a browser would hold at the end of a log: each response does to them what it does in RFC 6265bis §5.7, in
 * the order of the log. A cookie that was only ever sent is among them as far as its request tells of it; one that a response told of is not
 * taken from a request, since that may have gone out before.
 */
export class LatestJar {
  /** By site and name, since only cookies of one name meet. */
  readonly #stored = new Map<string, CookieJar>();
  /** By name and identity. */
  readonly #sent = new Map<string, Map<string, JarEntry>>();
  readonly #lines = new Map<string, number>();

  /** What a response set; false when browsers refuse it. */
  receive(given: SetCookie, from: RequestTarget, now: EpochSeconds | undefined, line: number): boolean {
    const key = keyOf(from.host, given.name);
    const { maxAge = 0, ...timeless } = given;
    const known = now === undefined && maxAge > 0 ? timeless : given;
    const context = { target: from, now: now ?? 0 };
    const jar = this.#stored.get(key) ?? [];
    const outcome = storeCookie(known, jar, context, now === undefined ? TIMELESS : RULES);
    if (outcome.outcome === 'rejected') return false;
    this.#stored.set(key, outcome.jar);
    this.#lines.set(cookieIdentity(outcome.cookie), line);
    this.#forgetSent(outcome.cookie);
    return true;
  }

  /** What a request carried along; `isWhole` when more than its name, value and host are known. */
  send(cookie: Cookie, isWhole: boolean, line: number): void {
    const stored = this.#stored.get(keyOf(cookie.domain, cookie.name)) ?? [];
    const identity = cookieIdentity(cookie);
    if (stored.some((old) => (isWhole ? cookieIdentity(old) === identity : reaches(old, cookie)))) return;
    const ofName = this.#sent.get(cookie.name) ?? new Map<string, JarEntry>();
    this.#sent.set(cookie.name, ofName.set(identity, { cookie, line }));
  }

  /** All of them, in the order in which the log first tells of them: those of responses, then those that were only sent. */
  *entries(): Iterable<JarEntry> {
    for (const jar of this.#stored.values()) {
      for (const stored of jar) {
        const { creationTime, ...extras } = stored.extras ?? {};
        const line = this.#lines.get(cookieIdentity(stored)) ?? 1;
        yield { cookie: creationTime === 0 ? { ...stored, extras } : stored, line };
      }
    }
    for (const ofName of this.#sent.values()) yield* ofName.values();
  }

  #forgetSent(told: Cookie): void {
    const ofName = this.#sent.get(told.name);
    for (const [identity, { cookie }] of ofName ?? []) {
      if (cookieIdentity(told) === identity || (cookie.hostOnly && reaches(told, cookie)))
        ofName?.delete(identity);
    }
  }
}

function keyOf(host: string, name: string): string {
  return `${registrableDomain(host)} ${name}`;
}

/** Does the cookie go to the host of one that was sent? */
function reaches(stored: Cookie, sent: Cookie): boolean {
  return stored.hostOnly ? stored.domain === sent.domain : domainMatches(sent.domain, stored.domain);
}

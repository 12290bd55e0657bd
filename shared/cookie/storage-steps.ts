import { hasHighByte } from './character-classes.ts';
import { cookieSize } from './cookie-size.ts';
import { isSameCookie } from './cookie-identity.ts';
import type { Cookie } from './cookie.ts';
import type { DomainScope } from './domain-attribute.ts';
import { domainMatches } from './domain-matches.ts';
import { brokenRequirements, namePrefix } from './name-prefix.ts';
import type { SetCookie } from './parse-set-cookie.ts';
import { pathMatches } from './path-matches.ts';
import type { UserAgentRules } from './user-agent-rules.ts';

/** Why a cookie that could be read is not stored. */
export type RejectionReason =
  | 'empty'
  | 'nameless'
  | 'too-large'
  | 'domain-not-ascii'
  | 'domain-not-a-host'
  | 'domain-public-suffix'
  | 'domain-other-host'
  | 'secure-over-http'
  | 'http-only-from-script'
  | 'over-secure-cookie'
  | 'cross-site'
  | 'same-site-none-not-secure'
  | 'partitioned-not-secure'
  | 'prefix-broken'
  | 'prefix-in-nameless-value'
  | 'over-http-only-from-script';

/** A cookie on its way into a jar. */
export interface Candidate {
  readonly given: SetCookie;
  readonly scope: DomainScope;
  /** With the request's host for a domain where the scope was refused. */
  readonly cookie: Cookie;
  readonly jar: readonly Cookie[];
  /** The connection counts as secure. */
  readonly isSecure: boolean;
  readonly context: { readonly sameSite?: boolean; readonly fromScript?: boolean };
  readonly rules: UserAgentRules;
}

/** One step that can reject a cookie. */
export interface StorageStep {
  readonly reason: RejectionReason;
  /** As it is cited. */
  readonly source: string;
  readonly rejects: (candidate: Candidate) => boolean;
}

/** A step of RFC 6265bis §5.7. */
function step(number: number, reason: RejectionReason, rejects: StorageStep['rejects']): StorageStep {
  return { reason, source: `RFC 6265bis §5.7, step ${number}`, rejects };
}

const refusedScope = ({ scope }: Candidate): string | undefined =>
  'refused' in scope ? scope.refused : undefined;

/** The steps that can reject a cookie, in the order of the standard; the first that does names the reason. */
export const STORAGE_STEPS: readonly StorageStep[] = [
  step(2, 'empty', ({ cookie }) => cookie.name === '' && cookie.value === ''),
  {
    reason: 'nameless',
    source: 'RFC 6265bis §5.7, step 1: a user agent may ignore a cookie',
    rejects: ({ cookie, rules: { nameless } }) =>
      cookie.name === '' &&
      (nameless === 'refused' || (nameless === 'without-equals' && cookie.value.includes('='))),
  },
  step(4, 'too-large', ({ cookie, rules }) => cookieSize(cookie) > rules.maxSize),
  step(8, 'domain-not-ascii', ({ given, rules }) => {
    return rules.domainNotAscii === 'refused' && hasHighByte(given.domain ?? '');
  }),
  step(9, 'domain-public-suffix', (candidate) => refusedScope(candidate) === 'public-suffix'),
  step(10, 'domain-not-a-host', (candidate) => refusedScope(candidate) === 'not-a-host'),
  step(10, 'domain-other-host', (candidate) => refusedScope(candidate) === 'other-host'),
  step(13, 'secure-over-http', ({ cookie, isSecure }) => cookie.secureOnly && !isSecure),
  step(15, 'http-only-from-script', ({ cookie, context }) => cookie.httpOnly && context.fromScript === true),
  step(16, 'over-secure-cookie', isOverSecureCookie),
  step(18, 'cross-site', ({ cookie, context, rules }) => {
    if (context.sameSite !== false) return false;
    return rules.thirdParty === 'cut-off' || (cookie.extras?.sameSite ?? rules.defaultSameSite) !== 'none';
  }),
  step(
    19,
    'same-site-none-not-secure',
    ({ cookie }) => cookie.extras?.sameSite === 'none' && !cookie.secureOnly,
  ),
  {
    reason: 'partitioned-not-secure',
    source: 'Cookies Having Independent Partitioned State §2.3',
    rejects: ({ given, cookie }) => given.partitioned && !cookie.secureOnly,
  },
  step(20, 'prefix-broken', isPrefixBroken),
  step(
    22,
    'prefix-in-nameless-value',
    ({ cookie }) => cookie.name === '' && namePrefix(cookie.value) !== undefined,
  ),
  step(
    23,
    'over-http-only-from-script',
    ({ cookie, jar, context }) =>
      context.fromScript === true && jar.some((old) => old.httpOnly && isSameCookie(old, cookie)),
  ),
];

/** A cookie that is not Secure, from an insecure page, must not hide or replace one that is (step 16). */
function isOverSecureCookie({ cookie, jar, isSecure, rules }: Candidate): boolean {
  if (isSecure || cookie.secureOnly) return false;
  return jar.some(
    (old) =>
      old.secureOnly &&
      old.name === cookie.name &&
      (covers(cookie, old, rules) || covers(old, cookie, rules)) &&
      pathMatches(cookie.path, old.path),
  );
}

/** Whether the domain of a cookie lies above that of another, or is the same. */
function covers(wider: Cookie, other: Cookie, { secureOverlap }: UserAgentRules): boolean {
  if (secureOverlap === 'request' && wider.hostOnly) return wider.domain === other.domain;
  return domainMatches(other.domain, wider.domain);
}

/** Steps 20 and 21, and what `__Http-` and `__Host-Http-` ask for besides. */
function isPrefixBroken({ cookie, given, rules }: Candidate): boolean {
  if (brokenRequirements(cookie).length > 0) return true;
  if (namePrefix(cookie.name)?.startsWith('__Host-') !== true) return false;
  if (rules.hostPrefixPath === 'root-and-attribute') return given.path === undefined;
  return rules.hostPrefixPath === 'root-in-attribute' && given.path !== '/';
}

import type { ByteString } from './byte-string.ts';
import { MAX_LIFETIME_SECONDS, parseMaxAge } from './compute-expiry.ts';
import { MAX_NAME_AND_VALUE } from './cookie-size.ts';
import type { EpochSeconds } from './cookie.ts';
import { parseCookieDate } from './parse-cookie-date.ts';
import type { RequestTarget } from './request-target.ts';

/** How many cookies of one site are kept, and how many are left when there is one more. */
export interface SiteLimit {
  readonly most: number;
  readonly afterPurge: number;
}

/**
 * What a user agent decides for itself when it receives and sends cookies, or does otherwise than the standard. A
 * browser is written down as its differences from `RFC_6265BIS_RULES`. Sections are those of RFC 6265bis.
 */
export interface UserAgentRules {
  /** Bytes that have a whole header ignored, wherever they stand in it (§5.6, step 1). */
  readonly refusedBytes: RegExp;
  /** Bytes that have a whole header ignored when they stand inside a name or a value, be it an attribute's. */
  readonly refusedInside: RegExp | undefined;
  /** What `a` without an equals sign is: a value without a name, as in the standard (§5.6, step 3), or a name. */
  readonly lonelyWord: 'value' | 'name';
  /** Whether a cookie may lack a name (§5.7, step 2); some ask that its value then has no equals sign in it. */
  readonly nameless: 'kept' | 'without-equals' | 'refused';
  /** A value that is no UTF-8: kept as bytes, or with U+FFFD for what cannot be read. */
  readonly value: 'bytes' | 'utf-8';
  /** Name and value, in bytes (§5.6, step 5). */
  readonly maxSize: number;
  /** The value of one attribute, in bytes (§5.6, step 7). */
  readonly maxAttributeValue: number;
  /** The moment in `Expires` (§5.6.1); nothing where it cannot be read. */
  readonly expires: (value: ByteString) => EpochSeconds | undefined;
  /** The seconds in `Max-Age` (§5.6.2); nothing where they cannot be read. */
  readonly maxAge: (value: ByteString) => number | undefined;
  /** Whether an attribute that cannot be read takes back what the same attribute said before. */
  readonly unreadable: 'passed-over' | 'takes-back';
  /** The longest lifetime, in seconds (§5.5). */
  readonly longestLifetime: number;
  /** `Domain` beyond ASCII (§5.7, step 8). */
  readonly domainNotAscii: 'refused' | 'punycode';
  /** A `Domain` of one full stop and nothing more. */
  readonly domainOfOneDot: 'host-only' | 'refused';
  /** What `__Host-` asks of the path (§5.7, step 21): `/` and an attribute, `/` in the attribute, or `/` only. */
  readonly hostPrefixPath: 'root-and-attribute' | 'root-in-attribute' | 'root';
  /** Whether `Partitioned` means anything: then it asks for `Secure` and keeps cookies apart. */
  readonly partitioned: boolean;
  /** Which Secure cookies are guarded against insecure ones: by domain alone, or those that some request carries along (§5.7, step 16). */
  readonly secureOverlap: 'domain' | 'request';
  /** What counts as a secure connection (§5.7, step 13, and §5.8.3). */
  readonly isSecure: (target: RequestTarget) => boolean;
  /** What is taken for `SameSite` where a header does not say (§5.6.7). */
  readonly defaultSameSite: 'lax' | 'none';
  /** Seconds after its creation in which a cookie without `SameSite` also goes along with an unsafe request (§5.6.7.2). */
  readonly laxAllowingUnsafe: number;
  /** Whether http and https to one host are two sites (§5.2). */
  readonly schemefulSites: boolean;
  /** Whether a request that another site redirected is cross-site although the user asked for it (§5.2: it is not). */
  readonly redirectionsCount: boolean;
  /** Images, frames and the like from another site: treated as `SameSite` says, or cut off from the jar. */
  readonly thirdParty: 'as-same-site-says' | 'cut-off';
  /** Whether a replaced cookie keeps its place in the order of creation (§5.7, step 23). */
  readonly replacedKeepsPlace: 'always' | 'same-value';
  /** Absent where the number has no limit (§6.1 names only what clients should hold at least). */
  readonly siteLimit: SiteLimit | undefined;
}

/** RFC 6265bis to the letter. A secure connection is https. */
export const RFC_6265BIS_RULES: UserAgentRules = {
  // oxlint-disable-next-line no-control-regex -- control characters are what is asked for
  refusedBytes: /[\0-\x08\x0a-\x1f\x7f]/,
  refusedInside: undefined,
  lonelyWord: 'value',
  nameless: 'kept',
  value: 'bytes',
  maxSize: MAX_NAME_AND_VALUE,
  maxAttributeValue: 1024,
  expires: parseCookieDate,
  maxAge: parseMaxAge,
  unreadable: 'passed-over',
  longestLifetime: MAX_LIFETIME_SECONDS,
  domainNotAscii: 'refused',
  domainOfOneDot: 'host-only',
  hostPrefixPath: 'root-and-attribute',
  partitioned: false,
  secureOverlap: 'domain',
  isSecure: ({ scheme }) => scheme === 'https',
  defaultSameSite: 'lax',
  laxAllowingUnsafe: 0,
  schemefulSites: true,
  redirectionsCount: false,
  thirdParty: 'as-same-site-says',
  replacedKeepsPlace: 'always',
  siteLimit: undefined,
};

import type { ByteString } from './byte-string.ts';
import { MAX_LIFETIME_SECONDS, parseMaxAge } from './compute-expiry.ts';
import { MAX_NAME_AND_VALUE } from './cookie-size.ts';
import type { EpochSeconds } from './cookie.ts';
import { parseCookieDate } from './parse-cookie-date.ts';
import type { RequestTarget } from './request-target.ts';

/**
 * What a user agent decides for itself when it receives and sends cookies, or does otherwise than the standard. A
 * browser is written down as its differences from `RFC_6265BIS_RULES`.
 */
export interface UserAgentRules {
  /** Bytes that have a whole header ignored, wherever they stand in it (§5.6, step 1). */
  readonly refusedBytes: RegExp;
  /** Bytes that have a header ignored when they stand in the name or the value (§5.7, step 3). */
  readonly refusedInPair: RegExp;
  /** What `a` without an equals sign is: a value without a name, as in the standard (§5.6, step 3), or a name. */
  readonly lonelyWord: 'value' | 'name';
  /** Whether `=a`, and a lonely word where it is a value, may set a cookie without a name (§5.7, step 2). */
  readonly nameless: 'kept' | 'value-without-equals' | 'refused';
  /** Name and value, in bytes (§5.6, step 5). */
  readonly maxSize: number;
  /** The value of one attribute, in bytes (§5.6, step 7). */
  readonly maxAttributeValue: number;
  /** How many attributes are read; those that follow are passed over. */
  readonly maxAttributes: number;
  /** The moment in `Expires` (§5.6.1); nothing where it cannot be read. */
  readonly expires: (value: ByteString, now: EpochSeconds) => EpochSeconds | undefined;
  /** The seconds in `Max-Age` (§5.6.2). */
  readonly maxAge: (value: ByteString) => number | undefined;
  /** The longest lifetime, in seconds (§5.5). */
  readonly longestLifetime: number;
  /** Whether `Partitioned` means anything: then it asks for `Secure`. */
  readonly partitioned: boolean;
  /** What counts as a secure connection (§5.7, step 13, and §5.8.3). */
  readonly isSecure: (target: RequestTarget) => boolean;
  /** What is taken for `SameSite` where a header does not say (§5.6.7). */
  readonly defaultSameSite: 'lax' | 'none';
  /** Seconds after its creation in which a cookie without `SameSite` also goes along with an unsafe request (§5.6.7.2). */
  readonly laxAllowingUnsafe: number;
  /** Whether a replaced cookie keeps its place in the order of creation (§5.7, step 23). */
  readonly replacedKeepsPlace: 'always' | 'same-value' | 'never';
}

/** RFC 6265bis to the letter; section numbers above are its. A secure connection is https. */
export const RFC_6265BIS_RULES: UserAgentRules = {
  // oxlint-disable-next-line no-control-regex -- control characters are what is asked for
  refusedBytes: /[\0-\x08\x0a-\x1f\x7f]/,
  // oxlint-disable-next-line no-control-regex -- as above
  refusedInPair: /[\0-\x08\x0a-\x1f\x7f]/,
  lonelyWord: 'value',
  nameless: 'kept',
  maxSize: MAX_NAME_AND_VALUE,
  maxAttributeValue: 1024,
  maxAttributes: Infinity,
  expires: parseCookieDate,
  maxAge: parseMaxAge,
  longestLifetime: MAX_LIFETIME_SECONDS,
  partitioned: false,
  isSecure: ({ scheme }) => scheme === 'https',
  defaultSameSite: 'lax',
  laxAllowingUnsafe: 0,
  replacedKeepsPlace: 'always',
};

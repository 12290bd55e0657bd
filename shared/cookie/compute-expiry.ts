import type { EpochSeconds } from './cookie.ts';

/** 400 days: the longest that browsers, and curl 8.12 and later, keep a cookie set by a header (RFC 6265bis §5.5). */
export const MAX_LIFETIME_SECONDS = 400 * 86_400;
/** The earliest moment that can be represented: what a client stores for "already over". */
export const EARLIEST_EXPIRY: EpochSeconds = 0;

/** What a header said of a cookie's end, already read: seconds from now, and a date. */
export interface ExpiryAttributes {
  readonly maxAge?: number;
  readonly expires?: EpochSeconds;
  readonly now: EpochSeconds;
  /** The longest lifetime in seconds; absent for a client without a cap. */
  readonly longest?: number;
}

/**
 * When a cookie ends (RFC 6265bis §5.7, steps 4 and 5): `Max-Age` wins over `Expires`, zero and less mean at once, and
 * with neither it is a session cookie (nothing). The cap shortens, it never rejects.
 */
export function computeExpiry(attributes: ExpiryAttributes): EpochSeconds | undefined {
  const { maxAge, expires, now, longest } = attributes;
  const asked = maxAge === undefined ? expires : maxAge <= 0 ? EARLIEST_EXPIRY : now + maxAge;
  if (asked === undefined || longest === undefined) return asked;
  return Math.min(asked, now + longest);
}

/**
 * The number in a `Max-Age` attribute (RFC 6265bis §5.6.2): digits, with one minus sign before them or none. Nothing
 * for anything else, which has the attribute ignored.
 */
export function parseMaxAge(text: string): number | undefined {
  return /^-?[0-9]+$/.test(text) ? Number(text) : undefined;
}

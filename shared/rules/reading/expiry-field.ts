import type { ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';

/** The last second of the year 9999, the end of what calendars and `Expires` dates can say. */
export const LAST_SECOND: EpochSeconds = 253_402_300_799;
/** Seconds from 1601, where Chromium and Windows begin to count, to 1970. */
const SECONDS_FROM_1601 = 11_644_473_600;

/** A unit other than seconds that an expiry is written in by mistake. */
export interface ExpiryUnit {
  readonly name: string;
  readonly seconds: EpochSeconds;
}

/**
 * The unit a very large number is written in, told by its size: each unit's numbers for the years 2001 to 2261 have
 * their own number of digits. Nothing for numbers that fit none.
 */
export function mistakenUnit(digits: ByteString): ExpiryUnit | undefined {
  if (!/^[1-9][0-9]{12,18}$/.test(digits)) return undefined;
  const number = Number(digits);
  switch (digits.length) {
    case 13:
      return { name: 'milliseconds', seconds: Math.floor(number / 1e3) };
    case 16:
      return { name: 'microseconds', seconds: Math.floor(number / 1e6) };
    case 17:
      return from1601('microseconds since 1601', Math.floor(number / 1e6));
    case 18:
      return from1601('tenths of microseconds since 1601', Math.floor(number / 1e7));
    case 19:
      return number < 9.2e18 ? { name: 'nanoseconds', seconds: Math.floor(number / 1e9) } : undefined;
    default:
      return undefined;
  }
}

function from1601(name: string, seconds: number): ExpiryUnit | undefined {
  const since1970 = seconds - SECONDS_FROM_1601;
  return since1970 > 0 && since1970 <= 9_214_646_400 ? { name, seconds: since1970 } : undefined;
}

/** A moment as `2033-05-18 03:33:20 UTC`, or the year alone when it is past 9999. */
export function momentText(seconds: EpochSeconds): string {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > LAST_SECOND) return 'after the year 9999';
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/**
 * The seconds that a number in an unusual form stands for: a plus sign, a minus before nothing but zeros, blanks around it, an exponent, hexadecimal, or
 * digits with something behind them (of which curl and wget read the digits). Nothing when there is no number.
 */
export function unusualNumber(text: ByteString): EpochSeconds | undefined {
  const trimmed = text
    .trim()
    .replace(/^(?:\+|-(?=0+(?:\.0*)?$))/, '')
    .replaceAll('_', '');
  const number = /^(?:0[xX][0-9a-fA-F]+|[0-9]+(?:\.[0-9]*)?(?:[eE]\+?[0-9]+)?)$/.test(trimmed)
    ? Number(trimmed)
    : Number(/^[0-9]{9,}/.exec(trimmed)?.[0] ?? NaN);
  return Number.isFinite(number) && number <= LAST_SECOND ? Math.floor(number) : undefined;
}

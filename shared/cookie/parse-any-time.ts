import type { ByteString } from './byte-string.ts';
import type { EpochSeconds } from './cookie.ts';
import { parseCookieDate } from './parse-cookie-date.ts';
import { parseIsoTime } from './parse-iso-time.ts';

/** In milliseconds from here on: seconds of the year 5138. */
const MILLISECONDS = 1e11;
/** In microseconds from here on. */
const MICROSECONDS = 1e14;
/** Chromium counts microseconds from 1601 on: for the years from 1980 to 2400 those are between these. */
const WEBKIT = [1.196e16, 2.522e16] as const;
const SECONDS_FROM_1601_TO_1970 = 11_644_473_600;

/**
 * A moment as all sorts of programs write it: a number of seconds, milliseconds or microseconds, ISO 8601, a date of HTTP or of JavaScript. `none` for
 * what says that there is none, nothing for any other text.
 */
export function parseAnyTime(typed: ByteString): EpochSeconds | 'none' | undefined {
  const text = typed.trim();
  if (/^(?:|session|-1|0|never|null|undefined|invalid date)$/i.test(text)) return 'none';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return secondsOf(Number(text));
  const utc = text.replace(/ UTC$/i, 'Z').replace(/^(\S+) (\S+)Z$/, '$1T$2Z');
  return parseIsoTime(utc) ?? zonedTime(text) ?? parseCookieDate(withSeconds(text));
}

/** `Fri Dec 15 2017 01:00:38 GMT+0100 (CET)`: a cookie date knows no zones. */
function zonedTime(text: string): EpochSeconds | undefined {
  const time = /GMT[+-]\d{4}\b/i.test(text) ? Date.parse(text) / 1000 : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function secondsOf(time: number): EpochSeconds {
  if (time >= WEBKIT[0] && time <= WEBKIT[1]) return time / 1e6 - SECONDS_FROM_1601_TO_1970;
  if (time >= MICROSECONDS) return time / 1e6;
  return time >= MILLISECONDS ? time / 1e3 : time;
}

/** `3 March 2027, 10:00 UTC`, as tables that were copied from Crumbs have it: a cookie date asks for seconds. */
function withSeconds(text: string): string {
  return text.replace(/(?<![\d:])(\d\d?:\d\d)(?![\d:])/, '$1:00');
}

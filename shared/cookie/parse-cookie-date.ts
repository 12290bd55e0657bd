import type { ByteString } from './byte-string.ts';
import type { EpochSeconds } from './cookie.ts';

const DELIMITER = /[\x09\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/;
const TIME = /^([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[^0-9]|$)/;
const DAY_OF_MONTH = /^([0-9]{1,2})(?:[^0-9]|$)/;
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const YEAR = /^([0-9]{2,4})(?:[^0-9]|$)/;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** What the tokens of a date gave so far; the first that fits wins. */
interface Found {
  time?: readonly [hour: number, minute: number, second: number];
  day?: number;
  /** From 0 for January. */
  month?: number;
  year?: number;
}

/** Puts one token where it fits first: time, day, month, year (RFC 6265bis §5.1.1, step 2). */
function take(token: string, found: Found): void {
  const time = found.time === undefined ? TIME.exec(token) : null;
  if (time !== null) {
    found.time = [Number(time[1]), Number(time[2]), Number(time[3])];
    return;
  }
  const day = found.day === undefined ? DAY_OF_MONTH.exec(token) : null;
  if (day !== null) {
    found.day = Number(day[1]);
    return;
  }
  const month = found.month === undefined ? MONTH.exec(token)?.[1] : undefined;
  if (month !== undefined) {
    found.month = MONTHS.indexOf(month.toLowerCase()) / 3;
    return;
  }
  const year = found.year === undefined ? YEAR.exec(token) : null;
  if (year !== null) found.year = Number(year[1]);
}

/** Two-digit years: 70 to 99 are of the twentieth century, 00 to 69 of this one (steps 3 and 4). */
function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}

/**
 * The moment a cookie date names (RFC 6265bis §5.1.1), or nothing where the algorithm fails. Lenient as the standard
 * is: words in any order, weekday and time zone never looked at, always UTC.
 */
export function parseCookieDate(text: ByteString): EpochSeconds | undefined {
  const found: Found = {};
  for (const token of text.split(DELIMITER)) {
    if (token !== '') take(token, found);
  }
  const { time, day, month, year: given } = found;
  if (time === undefined || day === undefined || month === undefined || given === undefined) return undefined;
  const year = fullYear(given);
  const [hour, minute, second] = time;
  if (day < 1 || day > 31 || year < 1601 || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(Date.UTC(year, month, day, hour, minute, second));
  // Step 6: a day that the month does not have.
  return date.getUTCDate() === day && date.getUTCMonth() === month ? date.getTime() / 1000 : undefined;
}

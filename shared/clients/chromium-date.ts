import type { ByteString } from '../cookie/byte-string.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';

const DELIMITERS = /[\t !"#$%&'()*+,\-./;<=>?@[\\\]^_`{|}~]+/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What the words of a date gave so far; the first that fits wins. */
interface Found {
  day?: number;
  month?: number;
  year?: number;
  time?: readonly number[];
}

/**
 * The moment that Chromium reads in `Expires`. It looks at the first character of a word: a digit makes it a time (with
 * a colon), a day (two digits at most) or a year (five at most), anything else perhaps a month. So years of one, three
 * and five digits are read that RFC 6265bis §5.1.1 does not know, and no year is too early; a number with letters
 * behind it is not read.
 */
export function chromiumDate(text: ByteString): EpochSeconds | undefined {
  const found: Found = {};
  for (const word of text.split(DELIMITERS)) take(word.toLowerCase(), found);
  const { day, month, year: given, time } = found;
  if (day === undefined || month === undefined || given === undefined || time === undefined) return undefined;
  const [hour = 0, minute = 0, second = 0] = time;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(given < 70 ? given + 2000 : given < 100 ? given + 1900 : given, month, day);
  date.setUTCHours(hour, minute, second);
  return date.getUTCDate() === day && date.getUTCMonth() === month ? date.getTime() / 1000 : undefined;
}

function take(word: string, found: Found): void {
  if (!/^[0-9]/.test(word)) {
    const month = MONTHS.findIndex((name) => word.startsWith(name));
    if (month >= 0) found.month ??= month;
    return;
  }
  if (word.includes(':')) {
    if (/^[0-9]+:[0-9]+:[0-9]+$/.test(word)) found.time ??= word.split(':').map(Number);
    return;
  }
  if (!/^[0-9]+$/.test(word)) return;
  if (word.length <= 2 && found.day === undefined) found.day = Number(word);
  else if (word.length <= 5) found.year ??= Number(word);
}

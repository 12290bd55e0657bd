import type { ByteString } from '../cookie/byte-string.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';

/** Minutes from Greenwich of the zones that are known by their letters. */
const ZONES: Readonly<Record<string, number>> = {
  pst: -480,
  pdt: -420,
  mst: -420,
  mdt: -360,
  cst: -360,
  cdt: -300,
  est: -300,
  edt: -240,
  ast: -240,
  nst: -210,
  gmt: 0,
  ut: 0,
  wet: 0,
  bst: 60,
  met: 60,
  eet: 120,
  jst: 540,
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LAST_YEAR = 32_767;

/** What has been read of a date; the first word that fits wins. */
interface Found {
  day?: number;
  month?: number;
  year?: number;
  time?: readonly [hour: number, minute: number, second: number];
  zone?: string;
  /** Minutes from Greenwich, as a number with a sign gave them. */
  offset?: number;
}

/**
 * The moment that Firefox reads in `Expires`, with the lenient reader of its portable runtime. Other than RFC 6265bis
 * §5.1.1 it needs no time, honours zones, takes `06/16/95`, and carries over what is too large: 31 February is a day
 * in March.
 */
export function firefoxDate(text: ByteString): EpochSeconds | undefined {
  const found: Found = {};
  let rest = text;
  for (let words = 0; rest !== '' && words <= 1000; words++) {
    const read = takeWord(rest, found);
    rest = nextWord(rest, read, found);
  }
  const { day, month, year, time: [hour, minute, second] = [0, 0, 0] } = found;
  if (day === undefined || month === undefined || year === undefined || year > LAST_YEAR) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(hour, minute - (found.offset ?? ZONES[found.zone ?? 'gmt'] ?? 0), second);
  return date.getTime() / 1000;
}

/** Reads what stands first, and gives how much of it was read; zero where it is left to be passed over. */
function takeWord(rest: string, found: Found): number {
  if (/^[0-9]/.test(rest)) return takeNumber(rest, found);
  if (/^[+-]/.test(rest)) return takeOffset(rest, found);
  const letters = rest.slice(0, 3).toLowerCase();
  const month = MONTHS.indexOf(letters);
  const zone = ZONES[letters] !== undefined ? letters : /^ut(?![a-z])/.test(letters) ? 'ut' : undefined;
  if (month >= 0) found.month ??= month;
  else if (zone !== undefined) found.zone ??= zone;
  return 0;
}

/** `+0100`, `-5` or `+12`; not behind a zone of another name than GMT, and only once. */
function takeOffset(rest: string, found: Found): number {
  if (found.offset !== undefined || (found.zone !== undefined && !isGreenwich(found.zone))) return 1;
  const digits = /^[0-9]*/.exec(rest.slice(1))?.[0] ?? '';
  if (digits.length === 0 || digits.length === 3 || digits.length > 4) return 1;
  const hours = Number(digits.length === 4 ? digits.slice(0, 2) : digits);
  const minutes = digits.length === 4 ? Number(digits.slice(2)) : 0;
  found.offset = (rest.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
  found.zone = 'gmt';
  return 1;
}

function isGreenwich(zone: string): boolean {
  return zone === 'gmt' || zone === 'ut' || zone === 'wet';
}

function takeNumber(rest: string, found: Found): number {
  const digits = /^[0-9]+/.exec(rest)?.[0] ?? '';
  const behind = rest.slice(digits.length);
  if (behind.startsWith(':')) return takeTime(rest, found);
  if (/^[/-][0-9]/.test(behind)) return takeDate(rest, found);
  if (/^[A-Za-z]/.test(behind)) return 0;
  const number = Number(digits);
  if (digits.length === 4 || digits.length === 5) found.year ??= number;
  else if (digits.length === 1) found.day ??= number;
  else if (digits.length === 2 && found.day === undefined && number < 32) found.day = number;
  else if (digits.length === 2) found.year ??= fullYear(number);
  return 0;
}

/**
 * `8:05`, `08:05:59`, `8:05 pm`. Scenario: where there are no seconds, the character behind the time is taken for a
 * digit, so that `8:05` ends 48 seconds early and `8:05 GMT` 16.
 */
function takeTime(rest: string, found: Found): number {
  const time = /^([0-9]{1,2}):([0-9]{1,2})(?![0-9]):?([0-9]*)/.exec(rest);
  if (time === null || found.time !== undefined) return 0;
  const [whole, hours = '', minutes = '', seconds = ''] = time;
  if (seconds.length > 2) return 0;
  const behind = rest.slice(whole.length);
  const half = /^\s*([ap])m/i.exec(behind)?.[1]?.toLowerCase();
  let hour = Number(hours);
  if (half === 'p' && hour < 12) hour += 12;
  else if (half === 'a' && hour === 12) hour = 0;
  const second = seconds === '' ? (behind === '' ? 0 : behind.charCodeAt(0)) - 48 : Number(seconds);
  found.time = [hour, Number(minutes), second === -1 ? 0 : second];
  return whole.length;
}

/** `6/16/95`, `16/6/95`, `95-06-16`: three numbers in an order that their sizes tell. */
function takeDate(rest: string, found: Found): number {
  const date = /^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4,5}|[0-9]{1,2})(?![0-9A-Za-z])/.exec(rest);
  if (date === null || found.month !== undefined) return 0;
  const [whole, first, second, third] = [date[0], Number(date[1]), Number(date[2]), Number(date[3])];
  if (first > 31 || first === 0) {
    if (second > 12 || third > 31) return 0;
    Object.assign(found, { year: fullYear(first), month: second - 1, day: third });
  } else if (first <= 12 || second <= 12) {
    const [day, month] = first > 12 ? [first, second] : [second, first];
    Object.assign(found, { year: fullYear(third), month: month - 1, day });
  }
  return whole.length;
}

/** Two-digit years: 70 to 99 are of the twentieth century, 00 to 69 of this one. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? year + 2000 : year + 1900;
}

/** What stands behind this word: past its end and past what only divides. */
function nextWord(text: string, read: number, found: Found): string {
  const end = read + (/^[^\s,;\-+/()[\]]*/.exec(text.slice(read))?.[0].length ?? 0);
  let at = end;
  for (;;) {
    at += /^[\s,;/()[\]]*/.exec(text.slice(at))?.[0].length ?? 0;
    const isDash = text[at] === '-';
    const behindLetter = at > 0 && /[A-Za-z]/.test(text[at - 1] ?? '') && found.year === undefined;
    if (!isDash || !(behindLetter || !/[0-9]/.test(text[at + 1] ?? ''))) break;
    at++;
  }
  // Scenario: a word that neither was read nor ends, such as a sign alone, must not be met again.
  return text.slice(at === 0 ? 1 : at);
}

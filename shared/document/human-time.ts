import type { EpochSeconds } from '../cookie/cookie.ts';
import { MONTHS, parseCalendar, parseDuration } from './moment.ts';

/** A time as a person typed it; `unit` where a number of something finer than seconds was typed. */
export interface HumanTime {
  readonly time: EpochSeconds;
  readonly unit?: 'milliseconds' | 'microseconds';
}

/**
 * Reads epoch seconds, milliseconds or microseconds (told apart by their digits), a date as `2027-03-01`, `1 March 2027`
 * or `March 1, 2027, 08:00` (UTC), or a time from now as `30d` or `in 30 days`.
 */
export function readTime(text: string, now: EpochSeconds): HumanTime | undefined {
  const trimmed = text.trim();
  if (/^\d{1,12}$/.test(trimmed)) return { time: Number(trimmed) };
  if (/^\d{13,14}$/.test(trimmed)) return { time: Math.floor(Number(trimmed) / 1e3), unit: 'milliseconds' };
  if (/^\d{16,17}$/.test(trimmed)) return { time: Math.floor(Number(trimmed) / 1e6), unit: 'microseconds' };
  const duration = parseDuration(trimmed.replace(/^in\s+/i, ''));
  if (duration !== undefined) return { time: Math.floor(now) + duration };
  const time = parseCalendar(numericDate(trimmed) ?? trimmed)?.from;
  return time === undefined ? undefined : { time };
}

/** "1 March 2027, 08:00" or "Mar 1, 2027" as "2027-03-01 08:00"; nothing where no month is named. */
function numericDate(text: string): string | undefined {
  const parts =
    /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?<month>[a-z]{3,9})\.?\s+(?:(?<after>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?<year>\d{4})(?:,?\s+(?<time>\d{1,2}:\d{2}(?::\d{2})?))?(?:\s*UTC)?$/i.exec(
      text,
    )?.groups;
  if (parts === undefined) return undefined;
  const { day, month = '', after, year = '', time } = parts;
  const word = month.toLowerCase();
  const number = 1 + MONTHS.findIndex((name) => name.toLowerCase().startsWith(word));
  if (number === 0 || (day !== undefined && after !== undefined)) return undefined;
  const two = (digits: string | number): string => String(digits).padStart(2, '0');
  const date = `${year}-${two(number)}-${two(day ?? after ?? 1)}`;
  return time === undefined ? date : `${date} ${time.padStart(time.length < 7 ? 5 : 8, '0')}`;
}

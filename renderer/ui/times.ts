import { showCount } from './numbers.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const YEAR = 365.25 * DAY;

/** How a date is shown before or after now, largest unit first. */
const STEPS = [
  { from: 2 * YEAR, size: YEAR, unit: 'y' },
  { from: 60 * DAY, size: YEAR / 12, unit: 'mo' },
  { from: 2 * DAY, size: DAY, unit: 'd' },
  { from: 2 * HOUR, size: HOUR, unit: 'h' },
  { from: MINUTE, size: MINUTE, unit: 'min' },
] as const;

/** A stretch of time in one short unit: "12 d", "3 mo", "45 min", "20 s". */
export function showDuration(seconds: number): string {
  const length = Math.abs(seconds);
  const step = STEPS.find((candidate) => length >= candidate.from);
  if (step === undefined) return `${Math.floor(length)} s`;
  const amount = Math.floor(length / step.size);
  return `${showCount(amount)} ${step.unit}`;
}

/** A time as seen from now: "in 12 d" or "3 y ago". */
export function showRelative(time: number, now: number): string {
  const difference = time - now;
  if (Math.abs(difference) < 1) return 'now';
  return difference > 0 ? `in ${showDuration(difference)}` : `${showDuration(difference)} ago`;
}

/** JavaScript's dates end 8.64e15 ms from 1970; an expiry beyond that has no calendar date. */
const LAST_DATE = 8.64e12;

const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const utc = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});

/** A time in words in the person's zone and in UTC; nothing when it lies beyond the calendar. */
export function showDates(time: number): { readonly local: string; readonly utc: string } | undefined {
  if (!Number.isFinite(time) || Math.abs(time) > LAST_DATE) return undefined;
  const date = new Date(time * 1000);
  return { local: local.format(date), utc: `${utc.format(date)} UTC` };
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** The person's time of day, for something of this session. */
export function showTimeOfDay(time: number): string {
  return timeOfDay.format(new Date(time * 1000));
}

/** 400 days: the longest life that RFC 6265bis §5.5 lets a browser give a cookie. */
const LONGEST = 400 * DAY;

/** The same in one line; the zone's time is left out where it is UTC. */
export function showMoment(time: number, now: number): string {
  const dates = showDates(time);
  if (dates === undefined) return showRelative(time, now);
  const here = `${dates.local} UTC` === dates.utc ? [] : [dates.local];
  return [showRelative(time, now), ...here, dates.utc].join(' · ');
}

/** How much of the life bar to fill, 0 to 1, on a scale on which a day, a week and a year can all be told apart. */
export function lifeFraction(time: number, now: number): number {
  const left = time - now;
  if (left <= 0) return 0;
  return Math.min(1, Math.log1p(left / HOUR) / Math.log1p(LONGEST / HOUR));
}

/** Under a week is soon: the bar turns. */
export function isSoon(time: number, now: number): boolean {
  return time > now && time - now < 7 * DAY;
}

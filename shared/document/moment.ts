import type { EpochSeconds } from '../cookie/cookie.ts';

/** A point or stretch of time as a person writes it: from now on, or on the calendar (UTC), `to` not included. */
export type Moment =
  | { readonly kind: 'relative'; readonly seconds: number }
  | { readonly kind: 'span'; readonly from: EpochSeconds; readonly to: EpochSeconds };

/** Seconds, by the short form and the word of each unit. */
const UNITS: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, 's', 'sec', 'second'],
      [60, 'min', 'minute'],
      [3600, 'h', 'hour'],
      [86_400, 'd', 'day'],
      [604_800, 'w', 'week'],
      [2_592_000, 'mo', 'month'],
      [31_536_000, 'y', 'year'],
    ] as const
  ).flatMap(([seconds, ...words]) => words.map((word) => [word, seconds] as const)),
);

/** Reads `30d`, `24h`, `2w`, `6mo`, `1y` or `30 days` as seconds; a month is 30 days, a year 365. */
export function parseDuration(text: string): number | undefined {
  const match = /^\s*(\d{1,9})\s*([a-z]+)\s*$/i.exec(text);
  const word = match?.[2]?.toLowerCase() ?? '';
  const unit = UNITS.get(word) ?? UNITS.get(word.replace(/s$/, ''));
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}

/** Reads `2027`, `2027-03`, `2027-03-01`, or a date with a time (UTC unless an offset is given). */
export function parseCalendar(text: string): { from: EpochSeconds; to: EpochSeconds } | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts !== null) {
    const year = Number(parts[1]);
    const month = parts[2] === undefined ? undefined : Number(parts[2]) - 1;
    const day = parts[3] === undefined ? undefined : Number(parts[3]);
    const from = new Date(Date.UTC(year, month ?? 0, day ?? 1));
    if (month !== undefined && from.getUTCMonth() !== month) return undefined;
    if (day !== undefined && from.getUTCDate() !== day) return undefined;
    const to = new Date(from);
    if (day !== undefined) to.setUTCDate(day + 1);
    else if (month !== undefined) to.setUTCMonth(month + 1);
    else to.setUTCFullYear(year + 1);
    return { from: from.getTime() / 1000, to: to.getTime() / 1000 };
  }
  const timed = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (timed === null) return undefined;
  const [, date = '', minute = '', second = ':00', zone = 'Z'] = timed;
  const day = parseCalendar(date);
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const at = Date.parse(`${date}T${minute}${second}${offset}`) / 1000;
  if (day === undefined || Number.isNaN(at)) return undefined;
  return { from: at, to: at + (timed[3] === undefined ? 60 : 1) };
}

/** Reads a duration, a calendar date or epoch seconds (five digits and more). */
export function parseMoment(text: string): Moment | undefined {
  const seconds = parseDuration(text);
  if (seconds !== undefined) return { kind: 'relative', seconds };
  if (/^\d{5,12}$/.test(text)) return { kind: 'span', from: Number(text), to: Number(text) + 1 };
  const span = parseCalendar(text);
  return span === undefined ? undefined : { kind: 'span', ...span };
}

/** As calendars in English call them. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "3 March 2027" (UTC); with `time` also the minute. A time that no calendar holds is told in seconds. */
export function dateText(at: EpochSeconds, time = false): string {
  const date = new Date(at * 1000);
  if (Number.isNaN(date.getTime())) return `second ${at}`;
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
  return time ? `${day}, ${date.toISOString().slice(-13, -8)} UTC` : day;
}

/** "3 days", "1 hour": the largest unit that fits, rounded down. */
export function durationText(seconds: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [31_536_000, 'year'],
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ];
  for (const [size, unit] of steps) {
    const count = Math.floor(seconds / size);
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}

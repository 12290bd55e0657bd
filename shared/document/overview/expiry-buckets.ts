import type { EpochSeconds } from '../../cookie/cookie.ts';

const DAY = 86_400;

/** A stretch of time from now on: behind `after`, up to and with `until`, both in seconds from now. */
export interface ExpiryBucket {
  /** The condition of a query that finds the same entries. */
  readonly term: string;
  /** How people call it. */
  readonly label: string;
  readonly after: number;
  readonly until: number;
}

function between(first: number, last: number, label: string): ExpiryBucket {
  return { term: `expires:${first}d..${last}d`, label, after: first * DAY, until: last * DAY };
}

const days = [1, 2, 3, 4, 5, 6].map((day) => between(day, day + 1, `Day ${day + 1}`));
const weeks = [between(7, 14, 'Week 2'), between(14, 21, 'Week 3'), between(21, 30, 'Until day 30')];
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) =>
  between(month * 30, month === 11 ? 365 : month * 30 + 30, `Month ${month + 1}`),
);

/**
 * The stretches of a timeline, from the past to the far future and without gaps: finer near by, because what dies soon is what people look
 * for. Browsers keep nothing longer than 400 days.
 */
export const EXPIRY_BUCKETS: readonly ExpiryBucket[] = [
  { term: 'expired', label: 'Expired', after: -Infinity, until: 0 },
  { term: 'expires:24h', label: 'Next 24 hours', after: 0, until: DAY },
  ...days,
  ...weeks,
  ...months,
  between(365, 400, 'Until day 400'),
  between(400, 730, 'Second year'),
  { term: 'expires>730d', label: 'Later', after: 730 * DAY, until: Infinity },
];

/** The place in `EXPIRY_BUCKETS` of an expiry that is a time: neither a session (0) nor unreadable (NaN). */
export function bucketOf(expiry: EpochSeconds, now: EpochSeconds): number {
  const left = expiry - now;
  let low = 0;
  let high = EXPIRY_BUCKETS.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (left > (EXPIRY_BUCKETS[middle]?.until ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  return low;
}

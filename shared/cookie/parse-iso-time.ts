import type { EpochSeconds } from './cookie.ts';

const ISO = /^[+-]?\d{4,6}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?$/i;
const ZONE = /(?:z|[+-]\d\d:?\d\d)$/i;

/** A moment in ISO 8601, in whole seconds: in UTC unless it says otherwise; the beginning of a day. Nothing for any other text. */
export function parseIsoTime(text: string): EpochSeconds | undefined {
  if (!ISO.test(text)) return undefined;
  const [day = '', time = '00:00'] = text.toUpperCase().split(/[T ]/);
  const moment = ZONE.test(time) ? time : `${time}Z`;
  const seconds = Date.parse(`${day}T${moment}`) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.floor(seconds);
}

import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import type { Misfit } from '../format.ts';
import { quoteJson, type JsonText } from './json-text.ts';

/** The last second that ISO 8601 writes with four digits for its year. */
export const LAST_ISO_TIME: EpochSeconds = 253402300799;

/** A moment as JavaScript writes it in JSON: milliseconds, UTC; the nearest one of the years 1970 to 9999. */
export function isoTimeText(time: EpochSeconds): JsonText {
  const milliseconds = Math.round(Math.min(Math.max(time, 0), LAST_ISO_TIME) * 1000);
  return quoteJson(new Date(milliseconds).toISOString());
}

/** A moment as `isoTimeText` writes it, with its milliseconds. */
export function isoTimeOf(text: string): EpochSeconds | undefined {
  const seconds = Date.parse(text) / 1000;
  return Number.isNaN(seconds) ? undefined : seconds;
}

/** What becomes of an expiry that ISO 8601 has no usual spelling for. */
export function isoTimeMisfit({ expiryTime = 0 }: Cookie, name: string): Misfit | undefined {
  if (expiryTime <= LAST_ISO_TIME) return undefined;
  return {
    code: 'entry-changed',
    message: `${name} has no expiry past the year 9999: it is written as the end of 9999.`,
  };
}

import { AppError } from '#shared/api/app-error.ts';
import type { Clock } from '#shared/api/clock.ts';
import { LAST_SECOND } from '#shared/document/edits/field-value.ts';
import { readTime } from '#shared/document/human-time.ts';
import type { DocumentService } from '../documents/document-service.ts';
import type { HandlersOf } from './handler.ts';

/** The clock by which cookies are judged. */
export const clockHandlers: HandlersOf<'clock'> = {
  'clock.get': ({ service }) => clockOf(service),
  'clock.move': async ({ service }, { text }) => {
    const asOf = text === undefined ? undefined : readTime(text, service.now)?.time;
    if (text !== undefined && (asOf === undefined || asOf < 1 || asOf > LAST_SECOND)) {
      throw new AppError('edit-refused', {
        message: 'Write a date such as 1 March 2027 or 2027-03-01, or a time from now such as in 30 days.',
      });
    }
    await service.moveClock(asOf);
    return clockOf(service);
  },
};

function clockOf({ judgedAt, asOf }: DocumentService): Clock {
  return { now: judgedAt, ...(asOf !== undefined && { asOf }) };
}

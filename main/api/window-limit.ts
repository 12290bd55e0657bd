import { AppError } from '#shared/api/app-error.ts';

/** The most rows, findings or changes that one answer holds. */
const MOST = 10_000;

/** Refuses a window `[from, to)` that is backwards or larger than an answer may be. */
export function checkedWindow(from: number, to: number): void {
  if (to < from) throw new AppError('request-invalid', { reason: 'window' });
  if (to - from > MOST) throw new AppError('too-many-rows', { limit: MOST });
}

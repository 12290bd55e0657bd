import type { AppError } from '#shared/api/app-error.ts';
import { errorText } from '#shared/api/error-text.ts';

/** A failure in one line for a terminal. */
export function failureText({ code, data }: AppError): string {
  const { happened, written, next } = errorText(code, data);
  return `${happened} ${written} ${next}`;
}

import type { AppError, ErrorCode, ErrorData } from '#shared/api/app-error.ts';
import { errorText, KEPT, UNCHANGED } from '#shared/api/error-text.ts';

/** What to do next, where a command line offers other ways than a window. */
const NEXT: Partial<Record<ErrorCode, string>> = {
  'document-changed-on-disk': 'Run the command again: it starts from what is there now.',
  'disk-full': 'Free some space and run the command again, or name another place.',
  'disk-read-only': 'Name another place.',
  'write-failed': 'Run the command again, or name another place.',
  'verify-failed': 'The disk may be failing: name a place on another one.',
};

/** A failure in one line for a terminal. */
export function failureText({ code, data }: AppError): string {
  const { happened, written, next } = errorText(code, data);
  if (data['oldContent'] !== undefined) {
    return `${happened} The file may be damaged; what it held before is whole in ${data['oldContent']}. Put that copy back before anything else.`;
  }
  if (code === 'file-missing' && data['folder'] === undefined)
    return `${happened} ${written} Check the name.`;
  if (code === 'document-read-only') {
    return data['reason'] === 'format'
      ? `${data['path']} is in an encoding that cannot be written back. ${written} Make a new file of it with "crumbs convert" and work on that.`
      : `${happened} ${written} Write a new file with --output, or allow writing to this one first.`;
  }
  return `${happened} ${whatWasWritten(written, data)} ${NEXT[code] ?? next}`;
}

/** There is no document that goes on, and of a file that was not even begun there is nothing to say. */
function whatWasWritten(written: string, data: ErrorData): string {
  if (data['step'] === 'create') return 'Nothing was written.';
  return written === KEPT ? UNCHANGED : written;
}

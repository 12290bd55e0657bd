import type { AppError } from '#shared/api/app-error.ts';
import { errorText } from '#shared/api/error-text.ts';

/** A failure in one line for a terminal. */
export function failureText({ code, data }: AppError): string {
  const { happened, written, next } = errorText(code, data);
  if (code === 'file-missing') {
    if (data['folder'] !== undefined) {
      return `The folder ${data['folder']} does not exist. ${written} Make it first, or name another place.`;
    }
    return `${happened} ${written} Check the name.`;
  }
  if (code === 'document-read-only' && data['reason'] === 'format') {
    return `${data['path']} is in an encoding that cannot be written back. ${written} Make a new file of it with "crumbs convert" and work on that.`;
  }
  return `${happened} ${written} ${next}`;
}

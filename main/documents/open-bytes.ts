import { AppError } from '#shared/api/app-error.ts';
import { byteString } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { openDocument } from '#shared/document/open-document.ts';
import { formatById, FORMATS } from '#shared/formats/registry.ts';
import { writtenBy } from '#shared/formats/written-by.ts';
import type { DocumentService } from './document-service.ts';
import { refusalError } from './open-document.ts';
import type { Task } from './task.ts';

/** What bytes were read as. */
export interface OpenedBytes {
  readonly cookies: CookieDocument;
  /** The program that seems to have written them. */
  readonly writtenBy: string | undefined;
}

export interface OpenBytesRequest {
  readonly service: Pick<DocumentService, 'strings' | 'now'>;
  readonly task: Task;
  /** What to call the source in an error. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many of the bytes are the content; all of them without it. */
  readonly size?: number;
  readonly as?: string | undefined;
  readonly mode?: number;
}

const HEAD = 4096;

/** Reads and judges bytes, in slices; bytes that are no cookie file are an AppError that says what they are. */
export async function openBytes(request: OpenBytesRequest): Promise<OpenedBytes> {
  const { service, task, name, bytes, size = bytes.length, as, mode } = request;
  const { strings, now } = service;
  if (as !== undefined && formatById(as) === undefined) {
    throw new AppError('target-unknown', { target: as, known: FORMATS.map(({ id }) => id).join(', ') });
  }
  const opened = await task.slices(
    openDocument({
      bytes,
      size,
      strings,
      now,
      ...(as !== undefined && { as }),
      ...(mode !== undefined && { mode }),
    }),
  );
  if ('refused' in opened) throw refusalError(opened, name);
  const head = byteString(bytes, 0, Math.min(size, HEAD));
  return { cookies: opened, writtenBy: opened.format.kind === 'lines' ? writtenBy(head) : undefined };
}

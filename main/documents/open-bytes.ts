import { AppError } from '#shared/api/app-error.ts';
import { CookieDocument } from '#shared/document/cookie-document.ts';
import { type FirstRows, openDocument, type OpenRefusal } from '#shared/document/open-document.ts';
import { formatById, FORMATS } from '#shared/formats/registry.ts';
import { isDatabase, readDatabaseBytes, type StoreFacts } from '../databases/open-database.ts';
import type { DocumentService } from './document-service.ts';
import { refusalError } from './open-document.ts';
import type { Task } from './task.ts';

/** What bytes were read as. */
export interface OpenedBytes {
  readonly cookies: CookieDocument;
  /** Given where the bytes were a browser's store. */
  readonly store?: StoreFacts;
}

/** Bytes to read, all of them there or still coming. */
export interface OpeningRequest {
  readonly service: Pick<DocumentService, 'strings' | 'judgedAt'>;
  /** What to call the source in an error. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many of the bytes are the content; all of them without it. */
  readonly size?: number;
  /** How many bytes are there by now; all of them without it. */
  readonly filled?: () => number;
  readonly as?: string | undefined;
  readonly onFirstRows?: (first: FirstRows) => void;
}

export interface OpenBytesRequest extends OpeningRequest {
  readonly task: Task;
}

/** Reads and judges bytes, in slices; bytes that are no cookie file are an AppError that says what they are. */
export async function openBytes(request: OpenBytesRequest): Promise<OpenedBytes> {
  const { task, bytes, name } = request;
  if (!isDatabase(bytes)) return openedBytes(request, await task.slices(openingOf(request)));
  const read = await readDatabaseBytes(bytes, name, (work) => task.slices(work));
  const store: OpenBytesRequest = { ...request, bytes: read.bytes, size: read.bytes.length };
  return { ...openedBytes(store, await task.slices(openingOf(store))), store: read.facts };
}

/** The work of reading and judging bytes. */
export function openingOf(request: OpeningRequest): ReturnType<typeof openDocument> {
  const { service, bytes, size = bytes.length, filled, as, onFirstRows } = request;
  const { strings, judgedAt: now } = service;
  if (as !== undefined && formatById(as) === undefined) {
    throw new AppError('target-unknown', { target: as, known: FORMATS.map(({ id }) => id).join(', ') });
  }
  return openDocument(
    {
      bytes,
      size,
      strings,
      now,
      ...(filled !== undefined && { filled }),
      ...(as !== undefined && { as }),
    },
    onFirstRows,
  );
}

/** What came of that work. */
export function openedBytes(request: OpeningRequest, opened: CookieDocument | OpenRefusal): OpenedBytes {
  if (!(opened instanceof CookieDocument)) throw refusalError(opened, request.name);
  return { cookies: opened };
}

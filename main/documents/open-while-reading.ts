import type { FirstRows, openDocument } from '#shared/document/open-document.ts';
import { displayPath, type FilePath } from '../files/file-path.ts';
import type { ReadProgress } from '../files/read-file.ts';
import type { DocumentService } from './document-service.ts';
import { openedBytes, type OpenedBytes, openingOf, type OpeningRequest } from './open-bytes.ts';
import { type DocumentFile, readDocumentFile } from './read-document-file.ts';
import type { Task } from './task.ts';

export interface OpenFileRequest {
  readonly service: Pick<DocumentService, 'strings' | 'judgedAt'>;
  readonly task: Task;
  readonly path: FilePath;
  readonly as?: string | undefined;
  /** Told of the first lines, and of how many bytes there are in all; again where reading begins anew. */
  readonly onFirstRows?: (first: FirstRows, size: number) => void;
}

/** Reads a file and makes a document of it: what is there is scanned and judged while the next bytes are read. */
export async function openWhileReading(
  request: OpenFileRequest,
): Promise<{ readonly file: DocumentFile; readonly opened: OpenedBytes }> {
  const { service, task, path } = request;
  let opening: Opening | undefined;
  const file = await readDocumentFile({
    path,
    strings: service.strings,
    task,
    onFilled: async (progress) => {
      if (opening?.attempt !== progress.attempt) opening = new Opening(request, progress);
      // The last byte is held back until the file is known to have held still: what was read of another attempt is void.
      opening.filled = Math.min(progress.filled, progress.size - 1);
      await opening.advance();
    },
  });
  opening ??= new Opening(request, { attempt: 0, bytes: file.bytes, filled: 0, size: file.size });
  opening.filled = file.size;
  const opened = await opening.finish();
  opened.cookies.setMode(file.state.mode);
  return { file, opened };
}

/** A document that is being made of bytes that are still coming. */
class Opening {
  readonly attempt: number;
  filled = 0;
  readonly #task: Task;
  readonly #request: OpeningRequest;
  readonly #work: ReturnType<typeof openDocument>;

  constructor(
    { service, task, path, as, onFirstRows }: OpenFileRequest,
    { attempt, bytes, size }: ReadProgress,
  ) {
    this.attempt = attempt;
    this.#task = task;
    this.#request = {
      service,
      name: displayPath(path),
      bytes,
      size,
      filled: () => this.filled,
      as,
      ...(onFirstRows && { onFirstRows: (first) => onFirstRows(first, size) }),
    };
    this.#work = openingOf(this.#request);
  }

  /** Goes as far as the bytes do. Throws what they are when they are no cookies, without waiting for the rest. */
  async advance(): Promise<void> {
    const step = await this.#task.advance(this.#work);
    if (step.done === true) openedBytes(this.#request, step.value);
  }

  async finish(): Promise<OpenedBytes> {
    return openedBytes(this.#request, await this.#task.slices(this.#work));
  }
}

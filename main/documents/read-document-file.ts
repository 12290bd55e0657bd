import type { ByteStrings } from '#shared/cookie/byte-string.ts';
import { roomFor } from '#shared/table/row-store.ts';
import { isDatabaseFile, readDatabaseFile, type StoreFacts } from '../databases/open-database.ts';
import type { FileOps } from '../files/file-ops.ts';
import { displayPath, type FilePath } from '../files/file-path.ts';
import type { FileState } from '../files/file-snapshot.ts';
import { lateHash } from '../files/known-content.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { type ReadProgress, readFile } from '../files/read-file.ts';
import type { KnownContent } from '../files/watch-file.ts';
import { placeOf } from '../profiles/this-machine.ts';
import type { Task } from './task.ts';

export interface DocumentFile {
  /** `bytes[0, size)` is the content; what is behind it is room for a table's new rows. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly state: FileState;
  readonly known: KnownContent;
  /** False when the system or the file's mode forbids writing. */
  readonly writable: boolean;
  /** Given where the file is a browser's store: the bytes are what was read of it. */
  readonly store?: StoreFacts;
}

export interface ReadDocumentRequest {
  readonly path: FilePath;
  readonly strings: ByteStrings;
  readonly task: Task;
  /** Called as the bytes come; what it does is done while the next ones are read, and it tells how far it is. */
  readonly onFilled?: (progress: ReadProgress) => Promise<void>;
  readonly ops?: FileOps;
}

/** Reads a file whole; the work tells how far it is and can be stopped. */
export async function readDocumentFile(request: ReadDocumentRequest): Promise<DocumentFile> {
  const { path, strings, task, onFilled, ops } = request;
  if (await isDatabaseFile(ops ?? nodeFileOps, path)) return readStoreFile(request);
  const read = await readFile({
    path,
    allocate: (size) => strings.allocate(roomFor(size)),
    onFilled: async (progress) => {
      task.throwIfCancelled();
      if (onFilled === undefined) task.report({ done: progress.filled, total: progress.size });
      await onFilled?.(progress);
    },
    ...(ops && { ops }),
  });
  const { bytes, size, state, writable } = read;
  return { bytes, size, state, known: { state, sha256: lateHash([bytes.subarray(0, size)]) }, writable };
}

async function readStoreFile({ path, task }: ReadDocumentRequest): Promise<DocumentFile> {
  const { bytes, state, facts } = await readDatabaseFile(path, (work) => task.slices(work));
  const known = { state, sha256: lateHash([bytes]) };
  const place = await placeOf(displayPath(path));
  const store = { ...facts, ...(place !== undefined && { place }) };
  return { bytes, size: bytes.length, state, known, writable: false, store };
}

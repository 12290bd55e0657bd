import type { FileOps } from './file-ops.ts';
import type { FilePath } from './file-path.ts';
import type { FileState } from './file-snapshot.ts';

/** Files larger than this are refused before a byte is read. */
export const MAX_FILE_SIZE = 1 << 30;

/** How far reading has come: `bytes[0, filled)` is valid. A new `attempt` has a new buffer: what was made of an earlier one is void. */
export interface ReadProgress {
  readonly attempt: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly filled: number;
  readonly size: number;
}

export interface ReadRequest {
  readonly path: FilePath;
  /** Gives the buffer to read into: `size` bytes, or more when the caller wants slack. */
  readonly allocate: (size: number) => Uint8Array<ArrayBuffer>;
  /** Called after every slice (the first is 64 KiB, so that first rows come fast); the next one is being read meanwhile. */
  readonly onFilled?: (progress: ReadProgress) => void | Promise<void>;
  readonly ops?: FileOps;
}

/** A whole file: `bytes[0, size)`, and what it was on disk then. Its hash is left to `hashSlices`. */
export interface FileRead {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly state: FileState;
}

/** Reads a regular file of at most 1 GiB; anything else, and a file that does not hold still, is an AppError. */
export function readFile(request: ReadRequest): Promise<FileRead> {
  throw new Error(`pending ${typeof request}`);
}

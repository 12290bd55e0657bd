import { AppError } from '#shared/api/app-error.ts';
import { fileError } from './file-error.ts';
import type { FileOps, FileStat } from './file-ops.ts';
import { absolutePath, displayPath, type FilePath } from './file-path.ts';
import { type FileState, sameMoment, stateOf } from './file-snapshot.ts';
import { nodeFileOps } from './node-file-ops.ts';

/** Files larger than this are refused before a byte is read. */
export const MAX_FILE_SIZE = 1 << 30;

/** Up to this size a file is read in one call: waiting for more calls would take longer than what is done meanwhile. */
const WHOLE = 1 << 22;
const FIRST_SLICE = 1 << 16;
const SLICE = 1 << 20;
const ATTEMPTS = 4;
const PAUSE_MS = 60;

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
  /** Called after every slice (the first of a large file is 64 KiB, so that first rows come fast); the next one is being read meanwhile. */
  readonly onFilled?: (progress: ReadProgress) => void | Promise<void>;
  readonly ops?: FileOps;
}

/** A whole file: `bytes[0, size)`, and what it was on disk then. Its hash is left to `hashSlices`. */
export interface FileRead {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly state: FileState;
  /** False when the system or the file's mode forbids writing. */
  readonly writable: boolean;
}

/** Reads a regular file of at most 1 GiB; anything else, and a file that does not hold still, is an AppError. */
export async function readFile(request: ReadRequest): Promise<FileRead> {
  const path = absolutePath(request.path);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const read = await readOnce({ ...request, path }, attempt);
    if (read !== undefined) return read;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
  }
  throw new AppError('file-changed-while-reading', { step: 'read', path: displayPath(path) });
}

/** Opens a file for reading and gives its stat; what is not a regular file of at most 1 GiB is refused and closed again. */
export async function openRegular(ops: FileOps, path: FilePath): Promise<{ file: number; stat: FileStat }> {
  const file = await ops.open(path, 'read').catch((error: unknown) => {
    throw readError(error, 'open', path);
  });
  try {
    const stat = await ops.stat(file);
    refuseOdd(stat, path);
    return { file, stat };
  } catch (error) {
    await ops.close(file).catch(ignored);
    throw readError(error, 'stat', path);
  }
}

/** Throws unless `stat` is of a regular file that is small enough to open. */
export function refuseOdd(stat: FileStat, path: FilePath): void {
  const shown = displayPath(path);
  if (stat.kind === 'folder') throw new AppError('file-is-folder', { path: shown });
  if (stat.kind !== 'file') throw new AppError('file-not-regular', { path: shown, kind: stat.kind });
  if (stat.size > MAX_FILE_SIZE) {
    throw new AppError('file-too-large', { path: shown, size: stat.size, limit: MAX_FILE_SIZE });
  }
}

/** Whether a save would be allowed. The system lets root write anything, so for root the owner's write bit decides. */
export async function isWritable(
  ops: FileOps,
  { mode, realPath }: Pick<FileState, 'mode' | 'realPath'>,
): Promise<boolean> {
  const needed = process.geteuid?.() === 0 ? 0o200 : 0o222;
  if ((mode & needed) === 0) return false;
  return ops.mayWrite(realPath).then(
    () => true,
    () => false,
  );
}

/** A failed call of reading, as an AppError. */
export function readError(error: unknown, step: string, path: FilePath): AppError {
  return fileError(error, { step, path, otherwise: 'read-failed' });
}

/** Closing a file that was only read cannot lose anything. */
export function ignored(): void {}

async function readOnce(request: ReadRequest, attempt: number): Promise<FileRead | undefined> {
  const { path, ops = nodeFileOps } = request;
  const { file, stat } = await openRegular(ops, path);
  try {
    const bytes = request.allocate(stat.size);
    const whole = await fill({ ops, file, size: stat.size, bytes, attempt, onFilled: request.onFilled });
    if (!whole || !sameMoment(stat, await ops.stat(file))) return undefined;
    const realPath = await ops.realPath(path);
    // Scenario: the path was given to another file meanwhile. What was read is whole, but it is not what a save would replace.
    if (!sameMoment(stat, await ops.statPath(realPath))) return undefined;
    const state = stateOf(realPath, stat);
    return { bytes, size: stat.size, state, writable: await isWritable(ops, state) };
  } catch (error) {
    throw readError(error, 'read', path);
  } finally {
    await ops.close(file).catch(ignored);
  }
}

interface Filling {
  readonly ops: FileOps;
  readonly file: number;
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly attempt: number;
  readonly onFilled: ReadRequest['onFilled'];
}

/** Reads ahead by one slice while the caller works on the last. False when the file ended early or goes on behind `size`. */
async function fill({ ops, file, size, bytes, attempt, onFilled }: Filling): Promise<boolean> {
  const slice = (at: number): Promise<number> => {
    const length = size <= WHOLE ? size : at === 0 ? FIRST_SLICE : SLICE;
    const read = ops.read(file, bytes.subarray(at, Math.min(at + length, size)), at);
    // Scenario: the caller throws while the read-ahead fails too; that failure must not go unhandled.
    read.catch(ignored);
    return read;
  };
  let filled = 0;
  let ahead = size > 0 ? slice(0) : undefined;
  try {
    while (ahead !== undefined) {
      const count = await ahead;
      if (count === 0) return false;
      filled += count;
      ahead = filled < size ? slice(filled) : undefined;
      await onFilled?.({ attempt, bytes, filled, size });
    }
  } finally {
    await ahead?.catch(ignored);
  }
  return (await ops.read(file, new Uint8Array(1), size)) === 0;
}

import type { AppError } from '#shared/api/app-error.ts';
import { errnoOf, fileError } from './file-error.ts';
import type { FileOps, FileStat } from './file-ops.ts';
import type { FilePath } from './file-path.ts';
import type { KnownContent } from './known-content.ts';

export type StepName =
  | 'find'
  | 'check'
  | 'create'
  | 'write'
  | 'sync'
  | 'verify'
  | 'mode'
  | 'close'
  | 'safety'
  | 'rename'
  | 'restore';

export interface SaveResult {
  /** What is on disk now, as the next save expects it. The content is kept where that costs no copy, since comparing is quicker than hashing. */
  readonly known: KnownContent;
  readonly strategy: 'created' | 'renamed' | 'in-place';
  /** The file is saved, but the disk did not confirm it in full: a power cut now may bring the old file back. */
  readonly durabilityUncertain: boolean;
  /** Where the previous content was left, when it was worth leaving. */
  readonly safetyCopy?: FilePath;
}

/** What the steps of one save share. */
export interface Saving {
  readonly ops: FileOps;
  /** The new content, in blocks of at most a mebibyte. */
  readonly blocks: readonly Uint8Array[];
  /** Where the copy made before writing in place goes when the file's own folder cannot take it. */
  readonly safetyFolder: FilePath;
  readonly platform: NodeJS.Platform;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Does one step; its failure becomes an AppError that names the step, the errno and the file. */
export async function step<T>(name: StepName, path: FilePath, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw stepError(error, name, path);
  }
}

/** A failure of one step as an AppError. */
export function stepError(error: unknown, name: StepName, path: FilePath): AppError {
  return fileError(error, { step: name, path, otherwise: 'write-failed' });
}

/** Waits for all, then throws the first failure in the order given: nothing is still running when it throws. */
export async function allOf(...work: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(work);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

const UNSUPPORTED: ReadonlySet<string> = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/** True for errnos that say "this file system does not do that", as opposed to "it failed". */
export function isUnsupported(error: unknown): boolean {
  return UNSUPPORTED.has(errnoOf(error) ?? '');
}

/** Brings a file's bytes to the disk. False when the file system has no such call; a failure is thrown. */
export async function syncFile(ops: FileOps, file: number): Promise<boolean> {
  try {
    await ops.sync(file);
    return true;
  } catch (error) {
    if (isUnsupported(error)) return false;
    throw error;
  }
}

/** Brings a folder's names to the disk. False when that failed; true also where folders cannot be synchronised at all. */
export async function syncFolder({ ops, platform }: Saving, folder: FilePath): Promise<boolean> {
  if (platform === 'win32') return true;
  let file: number | undefined;
  try {
    file = await ops.open(folder, 'folder');
    await ops.sync(file);
    return true;
  } catch (error) {
    return isUnsupported(error) || errnoOf(error) === 'EACCES';
  } finally {
    if (file !== undefined) await ops.close(file).catch(() => undefined);
  }
}

const BUSY: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 1_000;
const PATIENCE_MS = 15_000;

/** Makes a call again for a while on Windows, where a scanner or an indexer may hold a file for a moment. */
export async function patiently<T>(saving: Saving, call: () => Promise<T>): Promise<T> {
  let waited = 0;
  for (let pause = FIRST_WAIT_MS; ; pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
    try {
      return await call();
    } catch (error) {
      const busy = saving.platform === 'win32' && BUSY.has(errnoOf(error) ?? '');
      if (!busy || waited >= PATIENCE_MS) throw error;
      await saving.wait(pause);
      waited += pause;
    }
  }
}

/** Gives the new file the old one's group and mode. False when the old file can only be kept by writing into it. */
export async function takeOver(ops: FileOps, file: number, old: FileStat): Promise<boolean> {
  const fresh = await ops.stat(file);
  if (fresh.gid !== old.gid) {
    // Scenario: the mode lets a group read; under another group the same mode would let other people read.
    try {
      await ops.changeGroup(file, fresh.uid, old.gid);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return false;
    }
  }
  const mode = old.mode & 0o777;
  if (fresh.mode !== mode) await ops.changeMode(file, mode);
  return true;
}

/** Makes a new file readable and writable by its owner alone, whatever the umask; file systems without modes stay as they are. */
export async function makePrivate(ops: FileOps, file: number): Promise<void> {
  if ((await ops.stat(file)).mode === 0o600) return;
  try {
    await ops.changeMode(file, 0o600);
  } catch (error) {
    if (!isUnsupported(error) && errnoOf(error) !== 'EPERM') throw error;
  }
}

import { constants } from 'node:os';
import { AppError, type ErrorCode, type ErrorData } from '#shared/api/app-error.ts';
import { displayPath, type FilePath } from './file-path.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'file-is-folder',
  ELOOP: 'link-loop',
  EACCES: 'file-permission-denied',
  EPERM: 'file-permission-denied',
  EBUSY: 'file-locked',
  ETXTBSY: 'file-locked',
  ENXIO: 'file-not-regular',
  ENODEV: 'file-not-regular',
  EROFS: 'disk-read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
};

/** The system's short name of a failed call (`ENOSPC`), or nothing when the error is not the system's. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (/^E[A-Z0-9]+$/.test(error.code)) return error.code;
  // Scenario: a disk quota. Node knows no name for it and says `Unknown system error -122`.
  const [, number] = /^Unknown system error -(\d+)$/.exec(error.code) ?? [];
  return number === undefined ? undefined : (nameOfErrno(Number(number)) ?? `E${number}`);
}

function nameOfErrno(number: number): string | undefined {
  return Object.entries(constants.errno).find(([, value]) => value === number)?.[0];
}

export interface FailedStep {
  readonly step: string;
  readonly path: FilePath;
  /** The code for an errno that has none of its own. */
  readonly otherwise: ErrorCode;
  readonly data?: ErrorData;
}

/** A failed file call as an AppError with step, errno and path. An AppError stays what it is; a bug is thrown on. */
export function fileError(error: unknown, failed: FailedStep): AppError {
  if (error instanceof AppError) return error;
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  const { step, path, otherwise, data = {} } = failed;
  return new AppError(
    CODES[errno] ?? otherwise,
    { step, errno, path: displayPath(path), ...data },
    { cause: error },
  );
}

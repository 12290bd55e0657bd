import type { ErrorCode, ErrorData } from '#shared/api/app-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { FoundFile } from './found-file.ts';

/** What a job is started with. */
export interface JobStart {
  readonly command: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What is asked of a job: a file, or to go on after what it wrote was taken. */
export type ToJob = { readonly file: FoundFile; readonly many: boolean } | 'taken' | 'closed';

/** What a job says. It writes on when `written` was answered. */
export type FromJob =
  | { readonly written: string | Uint8Array }
  | { readonly said: string; readonly how: 'tell' | 'fail' | 'debug' }
  | { readonly done: ExitCode; readonly written: string }
  /** The command itself cannot be carried out. */
  | { readonly refused: ErrorCode; readonly data: ErrorData };

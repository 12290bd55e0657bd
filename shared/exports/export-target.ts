import type { Cookie } from '../cookie/cookie.ts';
import type { Loss } from '../formats/loss.ts';
import type { Progress } from '../table/progress.ts';
import type { ShellId } from './shells/shell.ts';

export type { Loss } from '../formats/loss.ts';

export interface ExportRequest {
  readonly cookies: readonly Cookie[];
  /** The address the command is for; targets that need one say so in `needsUrl`. */
  readonly url?: string;
  /** The name the cookie file will have, as it is written into the command. */
  readonly fileName: string;
  /** Put values into the command itself. Off unless a person asked: commands end up in histories and process lists. */
  readonly inline: boolean;
  /** The shell that a command is for; the POSIX shells without one. */
  readonly shell?: ShellId;
  readonly now: number;
}

/** What an export gives: files to write, text to copy, and what gets lost. */
export interface ExportResult {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** A command for a shell, or the code of a target that gives code. */
  readonly command?: string;
  readonly losses: readonly Loss[];
}

/** Why a request cannot be expressed; `message` says what to do instead. */
export interface ExportRefusal {
  readonly refused: true;
  readonly message: string;
}

/** An output that is not read back: a command with its cookie file, a snippet, a header. */
export interface ExportTarget {
  /** Equal to the file's name. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** `program`: a command for a shell. `code`: lines to put into a program of one's own. `file`: nothing to copy. */
  readonly kind: 'program' | 'code' | 'file';
  /** Of the file that is written, without the dot. */
  readonly extension: string;
  readonly needsUrl: boolean;
  /** Only the cookies of that address are written. */
  readonly writesForUrl: boolean;
  readonly canInline: boolean;
  /** Long work for many cookies. */
  export(request: ExportRequest): Generator<Progress, ExportResult | ExportRefusal>;
}

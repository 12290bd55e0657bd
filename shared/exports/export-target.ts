import type { Cookie } from '../cookie/cookie.ts';
import type { Loss } from '../formats/loss.ts';
import type { Progress } from '../table/progress.ts';

export type { Loss } from '../formats/loss.ts';

export interface ExportRequest {
  readonly cookies: readonly Cookie[];
  /** The address the command is for; targets that need one say so in `needsUrl`. */
  readonly url?: string;
  /** The name the cookie file will have, as it is written into the command. */
  readonly fileName: string;
  /** Put values into the command itself. Off unless a person asked: commands end up in histories and process lists. */
  readonly inline: boolean;
  readonly now: number;
}

/** What an export gives: files to write, commands to copy, and what gets lost. */
export interface ExportResult {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
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
  /** Of the file that is written, without the dot. */
  readonly extension: string;
  readonly needsUrl: boolean;
  /** Only the cookies of that address are written. */
  readonly writesForUrl: boolean;
  readonly canInline: boolean;
  /** Long work for many cookies. */
  export(request: ExportRequest): Generator<Progress, ExportResult | ExportRefusal>;
}

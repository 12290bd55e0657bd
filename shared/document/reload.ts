import type { EpochSeconds } from '../cookie/cookie.ts';
import type { CookieDocument } from './cookie-document.ts';
import type { OpenRefusal } from './open-document.ts';
import type { Progress } from '../table/progress.ts';

/** What another program made of the file, ready to be taken over. Good for the state it was planned in only. */
export interface ReloadPlan {
  readonly refused?: undefined;
  /** What the other program did, in words: "2 values rotated". Empty when it changed nothing. */
  readonly summary: readonly string[];
  /** How many lines it changed, added or removed. */
  readonly changed: number;
  /** How many pending edits stand on lines that it changed too; they give way. */
  readonly overruled: number;
}

/**
 * Compares the bytes that are on disk now with what was read or saved last. `keepEdits`: pending edits of lines that
 * the other program did not touch stay pending; without it the document becomes the file (a revert).
 */
export function planReload(
  _document: CookieDocument,
  _request: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly keepEdits: boolean;
    readonly now: EpochSeconds;
  },
): Generator<Progress, ReloadPlan | OpenRefusal> {
  throw new Error('pending');
}

/** Takes a plan over as one step that can be undone, and counts what is on disk as saved. */
export function commitReload(_document: CookieDocument, _plan: ReloadPlan): Generator<Progress, void> {
  throw new Error('pending');
}

import type { CookieDocument } from './cookie-document.ts';
import type { Transaction } from './transaction.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';

/** One difference to what is on disk (`PendingChange` of the API). Lines are masked unless revealed. */
export interface PendingChange {
  id?: number;
  kind: 'added' | 'edited' | 'removed' | 'moved' | 'property';
  subject: string;
  details: { field: string; before: string; after: string }[];
  line?: number;
  before?: string;
  after?: string;
}

/** How many differences of each kind there are. `total` is their sum. */
export interface ChangeCounts {
  readonly total: number;
  readonly added: number;
  readonly edited: number;
  readonly removed: number;
  readonly moved: number;
  readonly properties: number;
}

/** Counts what differs from what is on disk. */
export function countChanges(_document: CookieDocument): ChangeCounts {
  throw new Error('pending');
}

/** A window `[from, to)` of what differs from what is on disk: properties first, then lines in document order. */
export function listChanges(
  _document: CookieDocument,
  _window: { readonly from: number; readonly to: number; readonly reveal: boolean },
): PendingChange[] {
  throw new Error('pending');
}

/** The step that takes some pending changes back, or all of them and those of properties. */
export function discardChanges(
  _document: CookieDocument,
  _ids: Iterable<number> | undefined,
  _time: EpochSeconds,
): Transaction | undefined {
  throw new Error('pending');
}

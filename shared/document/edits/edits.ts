import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { Progress } from '../../table/progress.ts';
import type { EditOutcome } from './edit-outcome.ts';

/** The columns a person can change. */
export type EditableField =
  | 'name'
  | 'value'
  | 'domain'
  | 'hostOnly'
  | 'path'
  | 'secureOnly'
  | 'httpOnly'
  | 'expires'
  | 'sameSite';

/** The lines that an edit works on, and the time that its step bears. Ids without a line are passed over. */
export interface EditTarget {
  readonly ids: ArrayLike<number>;
  readonly now: EpochSeconds;
}

/** Would this text be taken for this field? `error` says why not; warnings do not stand in the way. */
export function validateField(
  _document: CookieDocument,
  _request: {
    readonly id?: number;
    readonly field: EditableField;
    readonly text: string;
    readonly now: EpochSeconds;
  },
): { error?: string; warnings: string[] } {
  throw new Error('pending');
}

/** Sets one field of entries; the other bytes of their lines stay as they are. */
export function setField(
  _document: CookieDocument,
  _target: EditTarget & { readonly field: EditableField; readonly text: string },
): Generator<Progress, EditOutcome> {
  throw new Error('pending');
}

/** Adds an entry as the last line. */
export function addEntry(
  _document: CookieDocument,
  _request: { readonly fields: Partial<Record<EditableField, string>>; readonly now: EpochSeconds },
): Generator<Progress, EditOutcome> {
  throw new Error('pending');
}

/** Puts a copy of each line right behind it. */
export function duplicateLines(
  _document: CookieDocument,
  _target: EditTarget,
): Generator<Progress, EditOutcome> {
  throw new Error('pending');
}

/** Removes lines. */
export function removeLines(
  _document: CookieDocument,
  _target: EditTarget,
): Generator<Progress, EditOutcome> {
  throw new Error('pending');
}

/** Writes the expiry 1 (1970), never 0: in most clients 0 means a session cookie. */
export function expireEntries(
  _document: CookieDocument,
  _target: EditTarget,
): Generator<Progress, EditOutcome> {
  throw new Error('pending');
}

/** Removes every entry that is expired by the clock of the request. */
export function removeExpired(
  _document: CookieDocument,
  _now: EpochSeconds,
): Generator<Progress, EditOutcome> {
  throw new Error('pending');
}

/** Applies the fix of one rule to all its findings, or to those on some lines. `mode` is left to the host. */
export function fixRule(
  _document: CookieDocument,
  _request: { readonly rule: string; readonly ids?: ArrayLike<number>; readonly now: EpochSeconds },
): Generator<Progress, EditOutcome & { readonly mode?: 0o600 }> {
  throw new Error('pending');
}

/** Applies the fixes of several rules as one step; without `rules` all that need no choice by a person. */
export function fixAll(
  _document: CookieDocument,
  _request: { readonly rules?: readonly string[]; readonly now: EpochSeconds },
): Generator<Progress, EditOutcome & { readonly mode?: 0o600 }> {
  throw new Error('pending');
}

/** Adds what a paste or a dropped file holds: Netscape lines, or any format that is recognised. */
export function pasteLines(
  _document: CookieDocument,
  _request: { readonly bytes: Uint8Array<ArrayBuffer>; readonly now: EpochSeconds },
): Generator<Progress, EditOutcome> {
  throw new Error('pending');
}

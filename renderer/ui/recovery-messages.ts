import { countOf } from './numbers.ts';

/** What the window says of earlier versions of a file. */
export const versionMessages = {
  title: (title: string) => `Earlier versions of ${title}`,
  text: 'Each is what the file held before a save, or before another program’s change that you took over. Restoring one changes the document; the file stays as it is until you save.',
  none: 'There is no earlier version of this file yet: one is kept whenever it is saved.',
  unreadable: (count: number) =>
    `${countOf(count, 'version')} more cannot be read here: encrypted by the desktop program, or damaged.`,
  reason: {
    saved: 'Before a save',
    rewritten: 'Before another program wrote it',
    overwritten: 'Another program’s, before a save wrote over it',
    left: 'A copy left by a save that was cut short',
  },
  size: (bytes: number) => countOf(bytes, 'byte'),
  changes: 'What restoring it changes',
  noChange: 'Nothing: the document is just like it.',
  more: (count: number) => `and ${countOf(count, 'change')} more.`,
  restore: 'Restore',
  compare: 'Compare Line by Line…',
  purge: 'Delete all…',
  reallyPurge: (count: number) => `Delete ${countOf(count, 'version')} for good`,
} as const;

/** What the window says of edits that came back. */
export const recoveryMessages = {
  restored: (changes: number, ago: string) =>
    `${countOf(changes, 'unsaved change')} ${ago === 'now' ? '' : `from ${ago} `}${changes === 1 ? 'was' : 'were'} restored.`,
  file: {
    same: 'Crumbs ended before saving. Nothing is written until you save.',
    merged: 'Another program wrote other lines of the file meanwhile; both are in this document.',
    conflict: 'Another program changed the same lines meanwhile.',
    gone: 'The file is gone from where it was, or cannot be read; save it where you like.',
    detached: 'The document has no file yet; save it where you like.',
  },
  keep: 'Keep',
  discard: 'Discard',
} as const;

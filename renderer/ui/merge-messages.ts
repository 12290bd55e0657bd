import type { DiskChange } from '#shared/api/document.ts';
import { FIELD_TITLES } from '#shared/api/field-text.ts';
import { countOf } from './numbers.ts';

/** "9 HttpOnly marks and 3 comments". */
function droppedWords({ entries, httpOnly, comments }: DiskChange['dropped']): string {
  const words = [
    ...(entries > 0 ? [countOf(entries, 'HttpOnly cookie')] : []),
    ...(httpOnly > 0 ? [countOf(httpOnly, 'HttpOnly mark')] : []),
    ...(comments > 0 ? [countOf(comments, 'comment')] : []),
  ];
  return words.length > 2 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join(' and ');
}

/** What the window says of a file that another program changed. */
export const diskMessages = {
  rewrote: (title: string, by: { readonly title: string; readonly certain: boolean } | undefined) => {
    if (by === undefined) return `Another program rewrote ${title}:`;
    return by.certain
      ? `${by.title} rewrote ${title}:`
      : `Another program, perhaps ${by.title}, rewrote ${title}:`;
  },
  unsure: (title: string) => `${title} was changed by another program.`,
  meets: (conflicts: number) =>
    `${countOf(conflicts, 'edit')} of yours ${conflicts === 1 ? 'meets' : 'meet'} it.`,
  gone: (title: string) => `${title} is gone from the disk.`,
  goneText: 'Saving writes it again.',
  review: 'Review…',
  merge: 'Merge',
  keep: 'Keep mine',
  take: 'Take theirs',
  putBack: 'Put back what it dropped',
  putBackTip: (dropped: DiskChange['dropped']) =>
    `Take the change over, and keep ${droppedWords(dropped)} that it dropped`,
} as const;

/** What the window says of two states of a document beside each other. */
export const mergeMessages = {
  title: {
    merge: (title: string) => `Merge with ${title} on disk`,
    compare: (title: string) => `Compare with ${title}`,
  },
  text: {
    merge:
      'Yours is the document with its unsaved edits; theirs is what is on disk now. What only one side changed is taken over.',
    compare: 'Nothing changes until you choose lines to take over. It is one step that you can undo.',
  },
  same: 'There is no difference.',
  mine: 'Mine',
  theirs: 'Theirs',
  both: 'Both',
  base: 'Before',
  field: 'Field',
  sides: {
    merge: { mine: 'Mine', theirs: 'Theirs' },
    compare: { mine: 'This document', theirs: 'The other' },
  },
  fields: FIELD_TITLES,
  outcome: {
    merge: {
      conflict: 'Conflict',
      mine: 'Changed by you',
      theirs: 'Changed by them',
      both: 'Changed by both',
    },
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
  },
  notThere: 'Not there',
  emptyText: 'empty',
  changedMark: 'changed',
  take: (subject: string) => `What to take of ${subject}`,
  takeField: (field: string, subject: string) => `${field} of ${subject}`,
  showBase: 'Show what was there before',
  hideBase: 'Hide what was there before',
  reveal: (subject: string) => `Show the values of ${subject}`,
  mask: (subject: string) => `Hide the values of ${subject}`,
  show: 'Show',
  conflicts: (count: number) => `Conflicts (${count.toLocaleString('en')})`,
  everything: (count: number) => `All differences (${count.toLocaleString('en')})`,
  all: 'All conflicts',
  everyLine: 'Every difference',
  keepDropped: (dropped: DiskChange['dropped']) => `Keep ${droppedWords(dropped)} that it dropped`,
  bothReordered:
    'Both put the lines into another order: the order of the side that wins all conflicts is taken, else yours.',
  more: (count: number) => `Show ${count.toLocaleString('en')} more`,
  open: (count: number) => `${countOf(count, 'conflict')} still to decide`,
  nothing: 'The document stays as it is',
  result: (added: number, edited: number, removed: number) =>
    `The document gets ${[
      ...(edited > 0 ? [`${countOf(edited, 'line')} changed`] : []),
      ...(added > 0 ? [`${countOf(added, 'line')} added`] : []),
      ...(removed > 0 ? [`${countOf(removed, 'line')} removed`] : []),
    ].join(', ')}`,
  apply: { merge: 'Merge', compare: 'Take over' },
} as const;

import { countOf, showCount } from './numbers.ts';

/** What the status bar says. */
export const statusMessages = {
  label: 'Document',
  from: (writer: string, confidence: 'certain' | 'likely' | 'possible') =>
    confidence === 'possible' ? `perhaps from ${writer}` : `from ${writer}`,
  writer: 'Show who wrote the file, and what that program gets wrong',
  bom: 'with BOM',
  lineEnds: { lf: 'LF', crlf: 'CR LF', cr: 'CR', mixed: 'Mixed line ends', none: 'No line ends' },
  mode: 'Permissions',
  unconfirmed: 'Save not confirmed',
  unconfirmedTip: 'The disk did not confirm the last save: a power cut now may undo it.',
  copyOf: (formatName: string, at: string) => `Copy of ${formatName} as of ${at}`,
  copyFrom: (place: string, at: string) => `Copy as of ${at}, from ${place}`,
  oldContent: 'Old copy kept',
  oldContentTip: (path: string) =>
    `What the file held before a save is in ${path}. Delete it when you do not need it: it holds cookies.`,
  watching: 'Watching',
  notWatching: 'Not watching',
  changes: (count: number) => (count === 0 ? 'No changes' : countOf(count, 'change')),
  unparsed: (count: number) => `${showCount(count)} unread`,
  entries: (count: number) => countOf(count, 'cookie'),
  errors: (count: number) => countOf(count, 'error'),
  warnings: (count: number) => countOf(count, 'warning'),
  infos: (count: number) => countOf(count, 'note'),
  problemsLabel: (errors: number, warnings: number, notes: number) =>
    `${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}, ${countOf(notes, 'note')}: show problems`,
  stop: 'Stop',
} as const;

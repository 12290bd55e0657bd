import { countOf, showCount } from './numbers.ts';

/** What the window says of making a file readable by other programs. */
export const readableMessages = {
  title: 'Make readable for…',
  text: 'The smallest edits after which these programs load every cookie. Nothing changes before you apply them.',
  forPrograms: 'Programs',
  everyone: 'Everyone',
  mine: 'My programs',
  loads: (before: number, after: number, all: number) =>
    before === after
      ? `${showCount(after)} of ${showCount(all)}`
      : `${showCount(before)} → ${showCount(after)} of ${showCount(all)}`,
  refuses: 'refuses the file',
  loadsLabel: (client: string, after: number, all: number) =>
    `${client} will load ${showCount(after)} of ${showCount(all)}`,
  allow: {
    'http-only': 'Take HttpOnly marks off, for programs that take them for comments',
    lines: 'Take out lines over which a program gives up the file',
  },
  allowTip: {
    'http-only': 'The cookies are then open to scripts wherever the file is read into a browser.',
    lines: 'They are gone from the file; one Undo brings them back.',
  },
  changes: 'What changes',
  noChange: 'Nothing has to change.',
  more: (count: number) =>
    `And ${countOf(count, 'more change')}: all of it stands under Changes afterwards, and one Undo takes it back.`,
  uncarried: 'What cannot be carried',
  uncarriedMore: (count: number) => `and ${showCount(count)} more`,
  kind: { stops: 'Gives up the file', lost: 'Not loaded', misread: 'Loaded, never sent' },
  lines: (first: number, lines: number) =>
    lines === 1 ? `Line ${showCount(first)}` : `Line ${showCount(first)} and ${showCount(lines - 1)} more`,
  apply: (count: number) => (count === 0 ? 'Apply' : `Apply ${countOf(count, 'change')}`),
  refusedBy: (client: string, others: number) =>
    others === 0
      ? `${client} refuses this file`
      : `${client} and ${countOf(others, 'other program')} refuse this file`,
  make: 'Make readable…',
  leave: 'Leave it as it is',
  structured: 'Programs read cookies from Netscape files. Save this one as such a file.',
  saveAs: 'Save in another format…',
} as const;

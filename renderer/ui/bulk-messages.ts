import type { BulkOperation, OnCollision } from '#shared/api/bulk.ts';
import type { EditableField } from '#shared/api/common.ts';
import { countOf, showCount } from './numbers.ts';

interface Counts {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly protected: number;
  readonly collided: number;
  readonly removed: number;
}

const fields: Readonly<Record<EditableField, string>> = {
  name: 'Name',
  value: 'Value',
  domain: 'Domain',
  hostOnly: 'Host only',
  path: 'Path',
  secureOnly: 'Secure',
  httpOnly: 'HttpOnly',
  expires: 'Expiry',
  sameSite: 'SameSite',
};

const kinds: Readonly<Record<BulkOperation['do'] | 'session', string>> = {
  set: 'Set a field',
  replace: 'Find and replace',
  toggle: 'Toggle a flag',
  'shift-expiry': 'Shift expiry',
  'cap-expiry': 'Cap expiry',
  session: 'Make session cookies',
  'lower-case': 'Make lower case',
  fix: 'Fix a problem',
};

const collision: Readonly<Record<OnCollision, string>> = {
  skip: 'Leave them as they were',
  merge: 'Let the last one take the place of the others',
  keep: 'Keep all of them as duplicates',
};

/** What the window says of edits of many cookies, and of marks that protect some of them. */
export const bulkMessages = {
  edit: 'Edit…',
  title: (count: number) => `Edit ${countOf(count, 'cookie')}`,
  text: 'Nothing changes until you apply it; then it is one step that you can undo.',
  scope: 'Work on',
  what: 'What to do',
  kinds,
  field: 'Field',
  problem: 'Problem',
  chooseProblem: 'Choose a problem',
  problemOf: (title: string, count: number) => `${title} (${showCount(count)})`,
  fields,
  to: 'New text',
  toHint: { expires: 'in 30 days, 1 March 2027, session', hostOnly: 'yes or no' } as Partial<
    Readonly<Record<EditableField, string>>
  >,
  yesOrNo: 'yes or no',
  find: 'Find',
  with: 'Replace by',
  withHint: '$1 is the first group',
  pattern: 'Regular expression',
  anyCase: 'Upper and lower case alike',
  by: 'By',
  byHint: '30d, -2 weeks, 6mo, 1y',
  within: 'No later than, from now',
  preview: 'Preview',
  counts: ({ changed, unchanged, refused, protected: spared, collided, removed }: Counts) =>
    [
      `${showCount(changed)} changed`,
      ...(removed > 0 ? [`${showCount(removed)} merged away`] : []),
      ...(unchanged > 0 ? [`${showCount(unchanged)} already so`] : []),
      ...(refused > 0 ? [`${showCount(refused)} refused`] : []),
      ...(spared > 0 ? [`${showCount(spared)} protected`] : []),
      ...(collided > 0 ? [`${showCount(collided)} left alone`] : []),
    ].join(', '),
  outcomes: {
    unchanged: 'as it is',
    changed: 'changes',
    refused: 'refused',
    protected: 'protected',
    collided: 'left alone',
    removed: 'goes',
  },
  collisions: (count: number) =>
    `${countOf(count, 'group')} of cookies would have the same name, domain and path`,
  collision,
  lines: (lines: readonly { readonly line: number; readonly subject: string }[]) =>
    `${lines[0]?.subject ?? ''}: lines ${lines.map(({ line }) => showCount(line)).join(', ')}`,
  more: (count: number) => `and ${countOf(count, 'more cookie')}`,
  apply: (count: number) => `Change ${countOf(count, 'cookie')}`,
  spared: (count: number) => `${countOf(count, 'protected cookie')} left alone`,
  protected: 'Protected: work on many cookies leaves it alone',
  protectedNow: (count: number) => `${countOf(count, 'cookie')} protected in this document`,
} as const;

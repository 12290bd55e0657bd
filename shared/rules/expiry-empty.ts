import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const expiryEmpty: RowRule = {
  id: 'expiry-empty',
  scope: 'row',
  severity: 'error',
  field: 'expiry',
  traits: Trait.expiryOdd,
  title: 'Expiry is empty',
  rationale:
    'Python to 3.15 writes session cookies so, but curl, wget and aria2 drop a line without an expiry.',
  source: 'F48; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (entry, row) => entry.fieldLength(row, 'expiry') === 0,
  message: () =>
    'The expiry is empty: curl, wget and aria2 drop this line; Python and yt-dlp read a session cookie. "0" is what all but Python to 3.15 read.',
  fix: () => ({ expiry: '0' }),
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→0→a→1'],
    fail: ['.example.com→TRUE→/→FALSE→→a→1', '#HttpOnly_example.com→FALSE→/→TRUE→→a→1'],
  },
};

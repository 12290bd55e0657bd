import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const valueTabMissing: RowRule = {
  id: 'value-tab-missing',
  scope: 'row',
  severity: 'error',
  field: 'line',
  traits: Trait.layoutOdd,
  title: 'The TAB before an empty value is missing',
  rationale:
    'Editors that trim blanks at line ends take this TAB away, and with it the cookie for wget, yt-dlp and Python.',
  source: 'F33; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Perl HTTP::Cookies 6.10, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (entry, row) =>
    entry.fieldLength(row, 'path') > 0 &&
    entry
      .line(row)
      .replace(/^[ \t]+/, '')
      .split('\t').length === 6,
  message: () =>
    'The line ends behind the name: wget and yt-dlp drop it, Python refuses the file; curl, aria2 and Perl read an empty value.',
  fix: () => ({}),
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→', '.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→a', '#HttpOnly_example.com→FALSE→/x→TRUE→0→a'],
  },
};

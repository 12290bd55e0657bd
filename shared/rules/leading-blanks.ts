import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const leadingBlanks: RowRule = {
  id: 'leading-blanks',
  scope: 'row',
  severity: 'error',
  field: 'line',
  traits: Trait.layoutOdd,
  title: 'Blanks before the domain',
  rationale:
    'curl from 8.0 on makes them part of the domain, so that the cookie goes nowhere, and Python and yt-dlp refuse the file.',
  source: 'F67; curl before and after 8.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  check: (entry, row) => /^[ \t]/.test(entry.line(row)),
  message: () =>
    'The line begins with blanks: curl 8.0 and later never send this cookie, Python refuses the file; wget and aria2 skip the blanks.',
  fix: () => ({}),
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: [' .example.com→TRUE→/→FALSE→1820000000→a→1', '→example.com→FALSE→/→FALSE→1820000000→a→1'],
  },
};

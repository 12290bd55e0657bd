import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const pathEmpty: RowRule = {
  id: 'path-empty',
  scope: 'row',
  severity: 'error',
  field: 'path',
  traits: Trait.pathEmpty | Trait.layoutOdd,
  title: 'Path is empty',
  rationale:
    'Netscape wrote the top of a site as an empty path, but curl from 8.12 on, wget, aria2 and Perl drop such a line.',
  source:
    'F45, F70; curl before and after 8.12, wget 1.21.3, aria2 1.36, Perl HTTP::Cookies 6.10, Python 3.11, yt-dlp',
  check: (entry, row) => entry.fieldLength(row, 'path') === 0,
  message: () =>
    'The path is empty: curl 8.12 and later, wget, aria2 and Perl drop this line, Python and yt-dlp keep it; "/" says the same everywhere.',
  fix: () => ({ path: '/' }),
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: [
      'www.example.com→FALSE→→FALSE→1820000000→plugs→yes',
      'www.example.com→FALSE→FALSE→1820000000→plugs→yes',
    ],
  },
};

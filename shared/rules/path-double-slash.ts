import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const pathDoubleSlash: RowRule = {
  id: 'path-double-slash',
  scope: 'row',
  severity: 'hint',
  field: 'path',
  traits: Trait.pathOddSegment,
  title: 'Doubled slash in the path',
  rationale:
    'Paths are compared as they are written, so only a URL with the same doubled slash gets the cookie.',
  source: 'F115; RFC 6265bis §5.1.4; Chromium 156, Firefox ESR 153',
  check: (entry, row) => entry.field(row, 'path').includes('//'),
  explain: (entry, row) => ({ path: quoted(entry, row, 'path') }),
  message: (data) =>
    `"${word(data, 'path')}" has a doubled slash: only URLs that have it too get the cookie.`,
  examples: {
    pass: [
      '.example.com→TRUE→/dir/sub→FALSE→1820000000→a→1',
      '.example.com→TRUE→/dir/.→FALSE→1820000000→a→1',
    ],
    fail: ['.example.com→TRUE→//dir→FALSE→1820000000→a→1', '.example.com→TRUE→/dir//→FALSE→1820000000→a→1'],
  },
};

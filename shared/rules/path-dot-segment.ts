import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const pathDotSegment: RowRule = {
  id: 'path-dot-segment',
  scope: 'row',
  severity: 'hint',
  field: 'path',
  traits: Trait.pathOddSegment,
  title: 'Path has a segment "." or ".."',
  rationale:
    'Clients resolve such segments in a URL before they compare, but never in a cookie, so the path is never matched.',
  source: 'F115; RFC 6265bis §5.1.4; Chromium 156, Firefox ESR 153',
  check: (entry, row) => /(?:^|\/)\.\.?(?:\/|$)/.test(entry.field(row, 'path')),
  explain: (entry, row) => ({ path: quoted(entry, row, 'path') }),
  message: (data) =>
    `"${word(data, 'path')}" has a segment of dots, which browsers resolve in URLs: the cookie is never sent.`,
  examples: {
    pass: [
      '.example.com→TRUE→/.well-known→FALSE→1820000000→a→1',
      '.example.com→TRUE→//dir→FALSE→1820000000→a→1',
    ],
    fail: [
      '.example.com→TRUE→/dir/.→FALSE→1820000000→a→1',
      '.example.com→TRUE→/dir/foo/..→FALSE→1820000000→a→1',
    ],
  },
};

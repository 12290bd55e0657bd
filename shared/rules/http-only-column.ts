import { extraFields } from './reading/kept-line.ts';
import type { UnparsedRule } from './rule.ts';

export const httpOnlyColumn: UnparsedRule = {
  id: 'http-only-column',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'An eighth column that says HttpOnly',
  rationale:
    'A cookie file marks HttpOnly by "#HttpOnly_" at the beginning of the line, never by a column of its own.',
  source: 'F67, F99; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (reason, entry, row) =>
    reason === 'too-many-fields' && extraFields(entry.line(row)).kind === 'http-only-column',
  message: () =>
    'HttpOnly stands in a column of its own: curl and yt-dlp drop this line, wget sends the word with the value, Python refuses the file.',
  fixLine: (line) => extraFields(line).mended,
  examples: {
    pass: ['#HttpOnly_.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→a→1→HttpOnly', 'example.com→FALSE→/→TRUE→0→a→1→httponly'],
  },
};

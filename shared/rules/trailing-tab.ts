import { extraFields } from './reading/kept-line.ts';
import type { UnparsedRule } from './rule.ts';

export const trailingTab: UnparsedRule = {
  id: 'trailing-tab',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'A TAB behind the value',
  rationale:
    'The TAB begins an eighth field, so curl from 8.12 on and yt-dlp drop the line, while wget makes the TAB part of the value.',
  source: 'F67; curl before and after 8.12, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (reason, entry, row) =>
    reason === 'too-many-fields' && extraFields(entry.line(row)).kind === 'trailing-tab',
  message: () =>
    'A TAB stands behind the value: curl 8.12 and later and yt-dlp drop this line, wget sends the TAB, Python refuses the file.',
  fixLine: (line) => extraFields(line).mended,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→', '.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→a→1→',
      '#HttpOnly_example.com→FALSE→/→TRUE→0→a→1→→',
      '.example.com→TRUE→/→FALSE→1820000000→a→→',
    ],
  },
};

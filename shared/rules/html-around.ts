import { withoutTags } from './reading/short-line.ts';
import type { UnparsedRule } from './rule.ts';

export const htmlAround: UnparsedRule = {
  id: 'html-around',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'HTML tags around the text',
  rationale:
    'A cookie file that was saved as a web page has tags around its lines, and with one in front of the header Python, yt-dlp and Perl refuse the file.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (_reason, entry, row) => withoutTags(entry.line(row)) !== undefined,
  message: () =>
    'HTML tags stand before or behind the text: curl, wget and aria2 drop this line, Python refuses the file.',
  fixLine: withoutTags,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→<b>', 'a < b and c > d'],
    fail: [
      '<pre># my sites',
      '.example.com→TRUE→/→FALSE→1820000000→a→1\n</pre></body>',
      '<html><body><pre>.example.com→TRUE→/→FALSE→1820000000→a→1→<br>',
    ],
  },
};

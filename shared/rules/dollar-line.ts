import type { UnparsedRule } from './rule.ts';

export const dollarLine: UnparsedRule = {
  id: 'dollar-line',
  scope: 'unparsed',
  severity: 'hint',
  field: 'line',
  title: 'A line that begins with $',
  rationale:
    'Python takes such a line for a comment, and to every other client it is a cookie with too few fields.',
  source: 'Python 3.11, yt-dlp, curl 7.88.1 to 8.21.0, wget 1.21.3',
  linesOnly: true,
  check: (reason, entry, row) => reason === 'too-few-fields' && entry.line(row).startsWith('$'),
  message: () =>
    'The line begins with $: Python reads a comment, the others skip the line for its lack of fields.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→$a→1', 'not a cookie'],
    fail: ['$Version: 1', '$ a note of mine'],
  },
};

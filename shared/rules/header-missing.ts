import { isOtherHeader } from './reading/magic-header.ts';
import type { DocumentRule } from './rule.ts';

export const headerMissing: DocumentRule = {
  id: 'header-missing',
  scope: 'document',
  severity: 'error',
  field: 'document',
  title: 'No header line',
  rationale: 'Python, yt-dlp and Perl refuse the whole file unless its first line is the header.',
  source: 'F64; Python 3.11, yt-dlp, Perl HTTP::Cookies 6.10',
  linesOnly: true,
  fixLast: true,
  check: ({ firstLine, headerLine }) =>
    headerLine === undefined && !isOtherHeader(firstLine ?? '') ? {} : undefined,
  message: () =>
    'Line 1 is not "# Netscape HTTP Cookie File": Python, yt-dlp and Perl refuse the file; curl, wget and aria2 read it.',
  fix: () => ({ header: 'insert' }),
  examples: {
    pass: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n',
      '# HTTP Cookie File\n\n.example.com→TRUE→/→FALSE→1820000000→a→1\n',
      '# Netscape HTTP Cookie File, written by hand\nexample.com→FALSE→/→TRUE→0→a→1\n',
    ],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→a→1\n',
      '# my sites\n.example.com→TRUE→/→FALSE→1820000000→a→1\n',
    ],
  },
};

import { isMagicHeader } from './reading/magic-header.ts';
import { grouped, word } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

export const headerNotFirst: DocumentRule = {
  id: 'header-not-first',
  scope: 'document',
  severity: 'error',
  field: 'document',
  title: 'Header is not on line 1',
  rationale:
    'Python, yt-dlp and Perl look for the header on the very first line only, so a blank line before it makes them refuse the file.',
  source: 'F64; Python 3.11, yt-dlp, Perl HTTP::Cookies 6.10',
  linesOnly: true,
  fixLast: true,
  check: ({ firstLine, headerLine }) =>
    headerLine !== undefined && !isMagicHeader(firstLine ?? '') ? { line: headerLine } : undefined,
  message: (data) =>
    `The header stands on line ${grouped(Number(word(data, 'line')))}: Python, yt-dlp and Perl want it on line 1 and refuse the file.`,
  fix: () => ({ header: 'insert' }),
  examples: {
    pass: [
      '# Netscape HTTP Cookie File\n\n# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n',
      '.example.com→TRUE→/→FALSE→1820000000→a→1\n',
    ],
    fail: [
      '\n# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n',
      '# my sites\n# HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n',
    ],
  },
};

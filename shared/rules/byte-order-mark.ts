import type { DocumentRule } from './rule.ts';

export const byteOrderMark: DocumentRule = {
  id: 'byte-order-mark',
  scope: 'document',
  severity: 'error',
  field: 'document',
  title: 'File begins with a byte order mark',
  rationale:
    'The three invisible bytes stand before the header, so Python, yt-dlp and Perl do not find it and refuse the file.',
  source: 'RFC 3629 §6; Python 3.11, yt-dlp, Perl HTTP::Cookies 6.10',
  linesOnly: true,
  check: (facts) => (facts.byteOrderMark && facts.encoding === 'utf-8' ? {} : undefined),
  message: () =>
    'The file begins with a byte order mark (EF BB BF): Python, yt-dlp and Perl refuse it, and where line 1 is a cookie curl and wget misread its domain.',
  fix: () => ({ byteOrderMark: false }),
  examples: {
    pass: ['# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n'],
    fail: [
      '‹EF›‹BB›‹BF›# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n',
      '‹EF›‹BB›‹BF›# HTTP Cookie File\nexample.com→FALSE→/→TRUE→0→a→1\n',
    ],
  },
};

import { counted } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

export const crLineEnds: DocumentRule = {
  id: 'cr-line-ends',
  scope: 'document',
  severity: 'error',
  field: 'document',
  title: 'Lines end in CR alone',
  rationale:
    'To curl, wget, aria2 and Perl a file with the line ends of old Macs is one single line, so they find no cookie in it.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Perl HTTP::Cookies 6.10',
  linesOnly: true,
  check: ({ lineEnds: { cr } }) => (cr > 0 ? { lines: cr } : undefined),
  message: (data) =>
    `The line ends are CR alone (${counted(data, 'lines', 'line')}): curl, wget, aria2 and Perl read no cookie; Python and yt-dlp do.`,
  fix: () => ({ lineEnd: 'lf' }),
  examples: {
    pass: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n',
      '# Netscape HTTP Cookie File‹0D›\n.example.com→TRUE→/→FALSE→1820000000→a→1‹0D›\n',
    ],
    fail: [
      '# Netscape HTTP Cookie File‹0D›.example.com→TRUE→/→FALSE→1820000000→a→1‹0D›',
      '# Netscape HTTP Cookie File‹0D›.example.com→TRUE→/→FALSE→0→a→1‹0D›example.com→FALSE→/→FALSE→0→b→2‹0D›',
    ],
  },
};

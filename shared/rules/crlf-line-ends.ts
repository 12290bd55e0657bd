import type { DocumentRule } from './rule.ts';

export const crlfLineEnds: DocumentRule = {
  id: 'crlf-line-ends',
  scope: 'document',
  severity: 'hint',
  field: 'document',
  title: 'Lines end in CR LF',
  rationale: 'wget2 1.99.1, which Debian 12 ships, takes the CR for the last byte of every value.',
  source: 'wget2 1.99.1; curl, wget, aria2, Python and Perl read both',
  linesOnly: true,
  check: ({ lineEnds: { lf, crLf } }) => (crLf > 0 && lf === 0 ? {} : undefined),
  message: () => 'The lines end in CR LF: wget2 1.99 adds the CR to every value, all others read it well.',
  fix: () => ({ lineEnd: 'lf' }),
  fixNeedsChoice: true,
  examples: {
    pass: ['# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n'],
    fail: [
      '# Netscape HTTP Cookie File‹0D›\n.example.com→TRUE→/→FALSE→1820000000→a→1‹0D›\n',
      '# HTTP Cookie File‹0D›\n‹0D›\nexample.com→FALSE→/→TRUE→0→a→1‹0D›\n',
    ],
  },
};

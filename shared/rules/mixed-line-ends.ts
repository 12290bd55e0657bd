import { counted } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

export const mixedLineEnds: DocumentRule = {
  id: 'mixed-line-ends',
  scope: 'document',
  severity: 'hint',
  field: 'document',
  title: 'Line ends are mixed',
  rationale:
    'Every client of today reads LF and CR LF side by side, but a mixture tells that two programs have written the file.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, wget2 1.99.1, Python 3.11',
  linesOnly: true,
  check: ({ lineEnds: { lf, crLf } }) => (lf > 0 && crLf > 0 ? { lf, crLf } : undefined),
  message: (data) => `${counted(data, 'lf', 'line')} in LF, ${counted(data, 'crLf', 'line')} in CR LF.`,
  fix: () => ({ lineEnd: 'lf' }),
  fixNeedsChoice: true,
  examples: {
    pass: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n',
      '# Netscape HTTP Cookie File‹0D›\n.example.com→TRUE→/→FALSE→1820000000→a→1‹0D›\n',
    ],
    fail: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1‹0D›\n',
      '# Netscape HTTP Cookie File‹0D›\n.example.com→TRUE→/→FALSE→0→a→1\nexample.com→FALSE→/→FALSE→0→b→2\n',
    ],
  },
};

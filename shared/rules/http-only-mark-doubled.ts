import type { UnparsedRule } from './rule.ts';

const DOUBLED = /^#HttpOnly_(?:[ \t]*#HttpOnly_)+/;

export const httpOnlyMarkDoubled: UnparsedRule = {
  id: 'http-only-mark-doubled',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'Doubled HttpOnly mark',
  rationale: 'Clients take one mark off and are left with a domain that begins with "#", or with a comment.',
  source: 'F67; curl 7.88.1 to 8.21.0, wget 1.21.3, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (reason, entry, row) => reason === 'no-domain' && DOUBLED.test(entry.line(row)),
  message: () =>
    'The mark "#HttpOnly_" is there twice: curl, wget, aria2, Python and Perl drop this line; yt-dlp takes both off and forgets HttpOnly.',
  fixLine: (line) => (DOUBLED.test(line) ? line.replace(DOUBLED, '#HttpOnly_') : undefined),
  examples: {
    pass: ['#HttpOnly_.example.com→TRUE→/→TRUE→1820000000→a→1'],
    fail: [
      '#HttpOnly_#HttpOnly_.example.com→TRUE→/→TRUE→1820000000→a→1',
      '#HttpOnly_#HttpOnly_#HttpOnly_example.com→FALSE→/→TRUE→0→a→1',
    ],
  },
};

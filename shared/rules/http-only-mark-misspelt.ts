import type { CommentRule } from './rule.ts';

const MISSPELT = /^[ \t]*#[ \t]*http[-_ ]?only[-_ ]*(?=[^\t]+(?:\t[^\t]*){5,6}$)/i;

export const httpOnlyMarkMisspelt: CommentRule = {
  id: 'http-only-mark-misspelt',
  scope: 'comment',
  severity: 'error',
  field: 'line',
  title: 'Misspelt HttpOnly mark',
  rationale:
    'Only "#HttpOnly_" in exactly this form and at the very beginning is the mark, and in any other the line is a comment to every client.',
  source: 'F67; curl 7.88.1 to 8.21.0, Python 3.11, Perl HTTP::Cookies 6.10, yt-dlp',
  linesOnly: true,
  check: (entry, row) => MISSPELT.test(entry.line(row)),
  message: () =>
    'This line was meant as an HttpOnly cookie, but it does not begin with exactly "#HttpOnly_": curl, wget, Python and yt-dlp do not read it as one.',
  fixLine: (line) => (MISSPELT.test(line) ? line.replace(MISSPELT, '#HttpOnly_') : undefined),
  examples: {
    pass: [
      '#HttpOnly_.example.com→TRUE→/→TRUE→1820000000→a→1',
      '# HttpOnly cookies are below',
      '#.example.com→TRUE→/→TRUE→1820000000→a→1',
    ],
    fail: [
      '#httponly_.example.com→TRUE→/→TRUE→1820000000→a→1',
      '# HttpOnly_.example.com→TRUE→/→TRUE→1820000000→a→1',
      '#HttpOnly.example.com→TRUE→/→TRUE→1820000000→a→1',
      ' #HttpOnly_.example.com→TRUE→/→TRUE→1820000000→a→1',
      '#HTTPONLY_example.com→FALSE→/→TRUE→0→a→1',
    ],
  },
};

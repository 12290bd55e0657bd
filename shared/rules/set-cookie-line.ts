import { headerLine } from './reading/kept-line.ts';
import { lineOfSetCookie } from './reading/set-cookie-text.ts';
import { word } from './reading/words.ts';
import type { UnparsedRule } from './rule.ts';

export const setCookieLine: UnparsedRule = {
  id: 'set-cookie-line',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'A header line among cookie lines',
  rationale:
    'curl reads Set-Cookie lines in a cookie file, the first 50 of them, while wget and aria2 drop them and Python refuses the file.',
  source: 'F80; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  fixNeedsChoice: true,
  check: (_reason, entry, row) => headerLine(entry.line(row)) !== undefined,
  explain: (entry, row) => ({ header: headerLine(entry.line(row)) ?? '' }),
  message: (data) =>
    word(data, 'header') === 'set-cookie'
      ? 'This is a Set-Cookie header: curl reads it, wget and aria2 drop it, Python and yt-dlp do not take it.'
      : 'This is a Cookie header: no client reads one in a cookie file.',
  fixLine: lineOfSetCookie,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→Set-Cookie→1'],
    fail: [
      'Set-Cookie: a=1; Domain=example.com; Path=/',
      'set-cookie: a=1; Path=/; Secure; HttpOnly; SameSite=Lax',
      'Cookie: a=1; b=2',
    ],
  },
};

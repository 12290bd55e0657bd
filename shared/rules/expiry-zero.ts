import { quoted, word } from './reading/words.ts';
import type { TimeRule } from './rule.ts';

export const expiryZero: TimeRule = {
  id: 'expiry-zero',
  scope: 'time',
  severity: 'info',
  field: 'expiry',
  title: 'Session cookie',
  rationale:
    'Most clients read the expiry 0 as "until the program ends", but Python to 3.15 reads it as the year 1970 and drops the cookie.',
  source: 'F48, F51, F139; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, yt-dlp, Python 3.11',
  linesOnly: true,
  check: (expiry) => expiry === 0,
  explain: (entry, row) => ({ written: quoted(entry, row, 'expiry') }),
  message: (data) =>
    word(data, 'written') === ''
      ? 'No expiry: Python and yt-dlp read a session cookie, which lasts until the program ends.'
      : `Expiry ${word(data, 'written')}: curl, wget, aria2 and yt-dlp read a session cookie; Python to 3.15 reads 1970 and drops it unless told to ignore expiry.`,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', '.example.com→TRUE→/→FALSE→1→a→1'],
    fail: ['.example.com→TRUE→/→FALSE→0→a→1', 'example.com→FALSE→/→TRUE→0→b→2'],
  },
};

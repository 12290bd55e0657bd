import type { UnparsedRule } from './rule.ts';

export const domainEmpty: UnparsedRule = {
  id: 'domain-empty',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'No domain',
  rationale:
    'A cookie of no site is sent to none, and wget and aria2 drop its line while Python and yt-dlp refuse the file.',
  source: 'F34; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  check: (reason, entry, row) => reason === 'no-domain' && !/^#HttpOnly_[ \t]*#/.test(entry.line(row)),
  message: () =>
    'The domain is empty: wget and aria2 drop this line, curl never sends it, Python and yt-dlp refuse the file.',
  examples: {
    pass: ['example.com→FALSE→/→FALSE→1820000000→a→1'],
    fail: ['→FALSE→/→FALSE→1820000000→a→1', '#HttpOnly_→TRUE→/→TRUE→0→a→1'],
  },
};

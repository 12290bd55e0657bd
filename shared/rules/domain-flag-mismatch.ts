import { Trait } from '../table/columns.ts';
import { isBooleanWord } from './reading/booleans.ts';
import { bareHost, meansSubdomains, scoped } from './reading/domain-field.ts';
import type { RowRule } from './rule.ts';

export const domainFlagMismatch: RowRule = {
  id: 'domain-flag-mismatch',
  scope: 'row',
  severity: 'error',
  field: 'flag',
  traits: Trait.flagContradictsDot,
  title: 'Subdomain flag contradicts the leading dot',
  rationale:
    'Python and yt-dlp refuse the whole file over one such line; curl, wget and aria2 go by the flag, Perl by the dot.',
  source: 'F36; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Perl HTTP::Cookies 6.10, Python 3.11, yt-dlp',
  check: (entry, row) => isBooleanWord(entry.field(row, 'flag')),
  explain: (entry, row) => ({ dot: entry.field(row, 'domain').startsWith('.') }),
  message: (data) =>
    data['dot'] === true
      ? 'The domain begins with a dot, yet the flag is FALSE: Python and yt-dlp refuse the file, curl and wget send the cookie to this host alone.'
      : 'The flag is TRUE, yet the domain has no leading dot: Python and yt-dlp refuse the file, curl and wget send the cookie to subdomains too.',
  fix: (entry) => scoped(bareHost(entry.domain), meansSubdomains(entry)),
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→a→1',
      'example.com→FALSE→/→FALSE→1820000000→a→1',
      '127.0.0.1→FALSE→/→FALSE→1820000000→a→1',
    ],
    fail: [
      '.example.com→FALSE→/→FALSE→1820000000→a→1',
      'example.com→TRUE→/→FALSE→1820000000→a→1',
      '127.0.0.1→TRUE→/→FALSE→1820000000→a→1',
    ],
  },
};

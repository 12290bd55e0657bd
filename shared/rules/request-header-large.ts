import { limitsOf } from '../cookie/limits.ts';
import { counted } from './reading/words.ts';
import type { SiteRule } from './rule.ts';

const LONGEST = limitsOf('curl').sentBytes?.count ?? Infinity;

export const requestHeaderLarge: SiteRule = {
  id: 'request-header-large',
  scope: 'site',
  severity: 'info',
  field: 'domain',
  title: 'Cookies of one site outgrow a request header',
  rationale:
    'curl leaves out what does not fit into 8,190 bytes without a word, and many servers answer a longer header with an error.',
  source: 'F10, F81; curl 7.88.1 to 8.21.0',
  check: (_entries, bytes) => bytes > LONGEST,
  explain: (entries, bytes) => ({ entries, bytes }),
  message: (data) =>
    `The ${counted(data, 'entries', 'cookie')} of this site come to ${counted(data, 'bytes', 'byte')}: if all go into one request, curl stops at 8,190 and many servers refuse it.`,
  examples: {
    pass: [
      'www.example.com→FALSE→/→FALSE→0→a→1',
      ['a', 'b'].map((name) => `www.example.com→FALSE→/→FALSE→0→${name}→${'x'.repeat(4000)}`).join('\n'),
    ],
    fail: [
      ['a', 'b', 'c'].map((name) => `www.example.com→FALSE→/→FALSE→0→${name}→${'x'.repeat(3000)}`).join('\n'),
    ],
  },
};

import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const NEGATIVE = /^-(?!0+(?:\.0*)?$)[0-9]+(?:\.[0-9]*)?$/;

export const expiryNegative: RowRule = {
  id: 'expiry-negative',
  scope: 'row',
  severity: 'error',
  field: 'expiry',
  traits: Trait.expiryOdd,
  title: 'Expiry is negative',
  rationale:
    'Playwright and DevTools mark session cookies by -1, but in a cookie file curl, wget, aria2 and yt-dlp drop such a line.',
  source: 'F51; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (entry, row) => NEGATIVE.test(entry.field(row, 'expiry')),
  explain: (entry, row) => ({ expiry: quoted(entry, row, 'expiry') }),
  message: (data) =>
    `The expiry is ${word(data, 'expiry')}: curl, wget, aria2 and yt-dlp drop this line, Python reads a cookie that expired before 1970.`,
  fix: (entry) => (/^-1(?:\.0*)?$/.test(entry.expiry) ? { expiry: '0' } : undefined),
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→0→a→1', '.example.com→TRUE→/→FALSE→1→a→1'],
    fail: ['.example.com→TRUE→/→FALSE→-1→a→1', '.example.com→TRUE→/→FALSE→-86400→a→1'],
  },
};

import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const FRACTION = /^[0-9]+\.[0-9]*$/;

export const expiryFraction: RowRule = {
  id: 'expiry-fraction',
  scope: 'row',
  severity: 'warning',
  field: 'expiry',
  traits: Trait.expiryOdd,
  title: 'Expiry has a fraction',
  rationale:
    'Firefox from 142 on and the extension interface give fractions of seconds, which most clients cut off but curl 8.12.0 and 8.12.1 drop with the line.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, Python 3.11, yt-dlp; Firefox 142',
  linesOnly: true,
  check: (entry, row) => FRACTION.test(entry.field(row, 'expiry')),
  explain: (entry, row) => ({ expiry: quoted(entry, row, 'expiry') }),
  message: (data) =>
    `The expiry is ${word(data, 'expiry')}: curl 8.12.0 and 8.12.1 drop this line; other clients cut the fraction off.`,
  fix: (entry) => ({ expiry: entry.expiry.replace(/\..*$/, '') }),
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000.123→a→1', '.example.com→TRUE→/→FALSE→1820000000.→a→1'],
  },
};

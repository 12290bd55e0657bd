import { Trait } from '../table/columns.ts';
import { unusualNumber } from './reading/expiry-field.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const expiryNotPlainDigits: RowRule = {
  id: 'expiry-not-plain-digits',
  scope: 'row',
  severity: 'error',
  field: 'expiry',
  traits: Trait.expiryOdd,
  title: 'Expiry is a number in an unusual form',
  rationale:
    'Signs, blanks, exponents, hexadecimal and letters behind the digits are read by each client in its own way, and some drop the line.',
  source: 'curl before and after 8.12, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (entry, row) => {
    const text = entry.field(row, 'expiry');
    return !/^(?!-0+(?:\.0*)?$)-?[0-9]*(?:\.[0-9]*)?$/.test(text) && unusualNumber(text) !== undefined;
  },
  explain: (entry, row) => ({ expiry: quoted(entry, row, 'expiry') }),
  message: (data) =>
    `The expiry is "${word(data, 'expiry')}": yt-dlp drops this line, and curl, wget and Python read it each in its own way or not at all.`,
  fix: (entry) => {
    const seconds = unusualNumber(entry.expiry);
    return seconds === undefined ? undefined : { expiry: String(seconds) };
  },
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', '.example.com→TRUE→/→FALSE→never→a→1'],
    fail: [
      '.example.com→TRUE→/→FALSE→1.82e9→a→1',
      '.example.com→TRUE→/→FALSE→0x6C7AE100→a→1',
      '.example.com→TRUE→/→FALSE→+1820000000→a→1',
      '.example.com→TRUE→/→FALSE→ 1820000000→a→1',
      '.example.com→TRUE→/→FALSE→1820000000abc→a→1',
      '.example.com→TRUE→/→FALSE→-0→a→1',
    ],
  },
};

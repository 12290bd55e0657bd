import { decodeUtf8 } from '../cookie/byte-string.ts';
import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const notUtf8: RowRule = {
  id: 'not-utf-8',
  scope: 'row',
  severity: 'error',
  field: 'line',
  traits: Trait.nameHigh | Trait.valueHigh | Trait.pathOddCharacter,
  title: 'Bytes that are not UTF-8',
  rationale:
    'Python and yt-dlp decode the whole file at once, so one wrong byte anywhere has them refuse all of it.',
  source: 'F145; Python 3.11, yt-dlp; Firefox ESR 153',
  check: (entry, row) => decodeUtf8(entry.line(row)) === undefined,
  message: () =>
    'The line has bytes that are not UTF-8: Python and yt-dlp refuse the whole file; curl and wget send them as they are.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→foo→Žemė', '.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→a→caf‹E9›',
      '.example.com→TRUE→/→FALSE→1820000000→caf‹E9›→1',
      '.example.com→TRUE→/caf‹E9›→FALSE→1820000000→a→1',
    ],
  },
};

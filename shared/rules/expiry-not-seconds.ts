import { Trait } from '../table/columns.ts';
import { mistakenUnit, momentText } from './reading/expiry-field.ts';
import { word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const expiryNotSeconds: RowRule = {
  id: 'expiry-not-seconds',
  scope: 'row',
  severity: 'warning',
  field: 'expiry',
  traits: Trait.expiryHuge,
  title: 'Expiry is not in seconds',
  rationale:
    'Milliseconds and the microseconds of browser stores are taken by every client for a date in the far future, without a word.',
  source: 'F72; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  check: (entry, row) => mistakenUnit(entry.field(row, 'expiry')) !== undefined,
  explain: (entry, row) => {
    const unit = mistakenUnit(entry.field(row, 'expiry'));
    return unit === undefined ? {} : { unit: unit.name, expires: momentText(unit.seconds) };
  },
  message: (data) =>
    `The expiry looks like ${word(data, 'unit')} (${word(data, 'expires')}): every client reads seconds, a date in the far future.`,
  fix: (entry) => {
    const unit = mistakenUnit(entry.expiry);
    return unit === undefined ? undefined : { expiry: String(unit.seconds) };
  },
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', '.example.com→TRUE→/→FALSE→9223372036854775807→a→1'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000000→a→1',
      '.example.com→TRUE→/→FALSE→1820000000000000→a→1',
      '.example.com→TRUE→/→FALSE→13464473600000000→a→1',
    ],
  },
};

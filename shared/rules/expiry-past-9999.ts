import { Trait } from '../table/columns.ts';
import { LAST_SECOND, mistakenUnit } from './reading/expiry-field.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const expiryPast9999: RowRule = {
  id: 'expiry-past-9999',
  scope: 'row',
  severity: 'warning',
  field: 'expiry',
  traits: Trait.expiryHuge,
  title: 'Expiry is past the year 9999',
  rationale:
    'No date of HTTP reaches that far, Python cannot save such a cookie as LWP, and near 2^63 curl, wget and aria2 drop the line.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  check: (entry, row) => {
    const text = entry.field(row, 'expiry');
    return /^[0-9]+$/.test(text) && Number(text) > LAST_SECOND && mistakenUnit(text) === undefined;
  },
  explain: (entry, row) => {
    const text = entry.field(row, 'expiry');
    return { expiry: quoted(entry, row, 'expiry'), read: beyond(text) };
  },
  message: (data) => {
    const fates: Readonly<Record<string, string>> = {
      few: 'curl, wget and aria2 drop this line',
      some: 'wget and aria2 drop this line, curl reads it',
      all: 'clients read it, but Python cannot save it as LWP and no date of HTTP can say it',
    };
    return `The expiry ${word(data, 'expiry')} is past the year 9999: ${fates[word(data, 'read')] ?? fates['all']}.`;
  },
  fix: () => ({ expiry: String(LAST_SECOND) }),
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→253402300799→a→1', '.example.com→TRUE→/→FALSE→1820000000000→a→1'],
    fail: [
      '.example.com→TRUE→/→FALSE→253402300800→a→1',
      '.example.com→TRUE→/→FALSE→9223372036854775807→a→1',
      '.example.com→TRUE→/→FALSE→99999999999999999999→a→1',
    ],
  },
};

/** Who reads such a number: it is 2^63 or more, one less, or less than that. */
function beyond(digits: string): 'few' | 'some' | 'all' {
  const significant = digits.replace(/^0+/, '');
  const last = '9223372036854775807';
  if (significant.length !== last.length) return significant.length > last.length ? 'few' : 'all';
  if (significant === last) return 'some';
  return significant > last ? 'few' : 'all';
}

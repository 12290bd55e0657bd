import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const nameDollar: RowRule = {
  id: 'name-dollar',
  scope: 'row',
  severity: 'warning',
  field: 'name',
  traits: Trait.nameDollar,
  title: 'Name begins with $',
  rationale:
    'RFC 2109 kept such names for $Version, $Path and $Domain, so that old servers misread them and Perl drops the cookie.',
  source: 'F24; RFC 2109 §4.4; Perl HTTP::Cookies 6.10',
  explain: (entry, row) => ({ name: quoted(entry, row, 'name') }),
  message: (data) =>
    `"${word(data, 'name')}" begins with $: Perl drops this line; browsers, curl and wget send the cookie.`,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→price$→1'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→$foo→bar',
      '.example.com→TRUE→/→FALSE→1820000000→$Version→1',
    ],
  },
};

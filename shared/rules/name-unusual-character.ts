import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const nameUnusualCharacter: RowRule = {
  id: 'name-unusual-character',
  scope: 'row',
  severity: 'hint',
  field: 'name',
  traits: Trait.nameUnusual,
  title: 'Name is more than letters, digits and underscores',
  rationale:
    'The first guides asked for letters, digits and underscores only; every client of today takes more.',
  source: 'F23',
  offByDefault: true,
  explain: (entry, row) => ({ name: quoted(entry, row, 'name') }),
  message: (data) =>
    `"${word(data, 'name')}" has other characters than letters, digits and underscores: fine today, avoided once.`,
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→fred→1',
      '.example.com→TRUE→/→FALSE→1820000000→my_big_cookie→1',
      '.example.com→TRUE→/→FALSE→1820000000→user66→1',
      '.example.com→TRUE→/→FALSE→1820000000→__proto__→1',
    ],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→XSRF-TOKEN→1', '.example.com→TRUE→/→FALSE→1820000000→a.b→1'],
  },
};

import { Flag, Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const secureMissing: RowRule = {
  id: 'secure-missing',
  scope: 'row',
  severity: 'hint',
  field: 'secure',
  traits: Trait.nameSensitive,
  withoutFlags: Flag.secure,
  title: 'A session cookie without Secure',
  rationale:
    'The name says that whoever holds the value is signed in, and without Secure it travels over plain HTTP where others can read it.',
  source: 'F53; RFC 6265bis §8.3',
  explain: (entry, row) => ({ name: quoted(entry, row, 'name') }),
  message: (data) =>
    `"${word(data, 'name')}" looks like a key to an account, yet clients send it over plain HTTP too.`,
  fix: () => ({ secure: 'TRUE' }),
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→TRUE→1820000000→sessionid→1', '.example.com→TRUE→/→FALSE→1820000000→lang→en'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→sessionid→1',
      '.example.com→TRUE→/→FALSE→1820000000→auth_token→1',
      '.example.com→TRUE→/→FALSE→1820000000→PHPSESSID→1',
    ],
  },
};

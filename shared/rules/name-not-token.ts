import { isQuoted } from '../cookie/character-classes.ts';
import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const SEPARATOR = /[ "(),/:;<=>?@[\\\]{}]/;

export const nameNotToken: RowRule = {
  id: 'name-not-token',
  scope: 'row',
  severity: 'warning',
  field: 'name',
  traits: Trait.nameSeparator,
  title: 'Name is not a token',
  rationale:
    'A name may hold letters, digits and a few signs, and servers split or refuse a request whose cookie names hold others.',
  source: 'F26; RFC 6265bis §4.1.1, RFC 9110 §5.6.2',
  check: (entry, row) => {
    const name = entry.field(row, 'name');
    return SEPARATOR.test(isQuoted(name) ? name.slice(1, -1) : name);
  },
  explain: (entry, row) => {
    const name = entry.field(row, 'name');
    return { name: quoted(entry, row, 'name'), character: SEPARATOR.exec(name)?.[0] ?? '' };
  },
  message: (data) => {
    const character = word(data, 'character');
    const shown = character === ' ' ? 'a blank' : `"${character}"`;
    return character === '=' || character === ';'
      ? `The name "${word(data, 'name')}" has ${shown}: what a server reads ends there.`
      : `The name "${word(data, 'name')}" has ${shown}, which no token may have: clients send it, servers may not read it.`;
  },
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→fred→1',
      '.example.com→TRUE→/→FALSE→1820000000→my_big_cookie→1',
      '.example.com→TRUE→/→FALSE→1820000000→user66→1',
      ".example.com→TRUE→/→FALSE→1820000000→!#$%&'*+-.^_`|~→1",
    ],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→my cookie→1',
      '.example.com→TRUE→/→FALSE→1820000000→a=b→1',
      '.example.com→TRUE→/→FALSE→1820000000→a;b→1',
      '.example.com→TRUE→/→FALSE→1820000000→cart[1]→1',
    ],
  },
};

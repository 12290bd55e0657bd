import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const nameNotAscii: RowRule = {
  id: 'name-not-ascii',
  scope: 'row',
  severity: 'hint',
  field: 'name',
  traits: Trait.nameHigh,
  title: 'Name is not in ASCII',
  rationale:
    'Servers are asked for ASCII names, yet every browser, curl and wget send other letters byte for byte.',
  source: 'F145, F147; RFC 6265bis §4.1.1',
  explain: (entry, row) => ({ name: quoted(entry, row, 'name') }),
  message: (data) => `"${word(data, 'name')}" has letters beyond ASCII: clients send its bytes as they are.`,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→foo→Žemė'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→žemė→foo', '.example.com→TRUE→/→FALSE→1820000000→größe→1'],
  },
};

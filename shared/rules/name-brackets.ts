import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const nameBrackets: RowRule = {
  id: 'name-brackets',
  scope: 'row',
  severity: 'hint',
  field: 'name',
  traits: Trait.nameSeparator,
  title: 'Square bracket in the name',
  rationale: 'PHP makes an array of a name with "[" and loses what stands behind the closing bracket.',
  source: 'F149; PHP',
  check: (entry, row) => entry.field(row, 'name').includes('['),
  explain: (entry, row) => ({ name: quoted(entry, row, 'name') }),
  message: (data) =>
    `"${word(data, 'name')}" has a square bracket: PHP reads an array, other servers the whole name.`,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a_1→1', '.example.com→TRUE→/→FALSE→1820000000→a]→1'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→cart[1]→1',
      ".example.com→TRUE→/→FALSE→1820000000→foo!@#$%^&*()-_+{}[]:'\\|`~,<>./?→bar",
    ],
  },
};

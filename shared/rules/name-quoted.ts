import { isQuoted } from '../cookie/character-classes.ts';
import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const nameQuoted: RowRule = {
  id: 'name-quoted',
  scope: 'row',
  severity: 'info',
  field: 'name',
  traits: Trait.nameSeparator,
  title: 'Name stands in quotes',
  rationale: 'The quotes are part of the name, so the cookie is another one than that without them.',
  source: 'F123; RFC 6265bis §5.7',
  check: (entry, row) => isQuoted(entry.field(row, 'name')),
  explain: (entry, row) => ({ name: quoted(entry, row, 'name') }),
  message: (data) =>
    `The name is ${word(data, 'name')}, quotes included: a cookie of the name without them is another one.`,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→foo→1', '.example.com→TRUE→/→FALSE→1820000000→foo"→1'],
    fail: ['domain.com→FALSE→/dir→FALSE→1820000000→"foo"→1', '.example.com→TRUE→/→FALSE→1820000000→""→1'],
  },
};

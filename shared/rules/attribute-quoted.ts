import { isQuoted } from '../cookie/character-classes.ts';
import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const attributeQuoted: RowRule = {
  id: 'attribute-quoted',
  scope: 'row',
  severity: 'error',
  field: 'path',
  traits: Trait.pathNotAbsolute,
  title: 'Path stands in quotes',
  rationale:
    'Quotes are part of an attribute to browsers, wget and Python, so that the path matches nothing; curl takes them off, aria2 and Perl drop the line.',
  source: 'F85; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Perl HTTP::Cookies 6.10, Python 3.11',
  check: (entry, row) => isQuoted(entry.field(row, 'path')),
  explain: (entry, row) => ({ path: quoted(entry, row, 'path') }),
  message: (data) =>
    `The path ${word(data, 'path')} stands in quotes: aria2 and Perl drop this line, wget and Python never send the cookie, curl takes the quotes off.`,
  fix: (entry) => {
    const path = entry.path.slice(1, -1);
    return { path: path.startsWith('/') ? path : `/${path}` };
  },
  examples: {
    pass: ['.example.com→TRUE→/a"b"→FALSE→1820000000→a→1', '.example.com→TRUE→dir→FALSE→1820000000→a→1'],
    fail: ['.example.com→TRUE→"/foo"→FALSE→1820000000→a→1', '.example.com→TRUE→"/"→FALSE→1820000000→a→1'],
  },
};

import { isQuoted } from '../cookie/character-classes.ts';
import { Trait } from '../table/columns.ts';
import { isBooleanWord } from './reading/booleans.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const pathNotAbsolute: RowRule = {
  id: 'path-not-absolute',
  scope: 'row',
  severity: 'error',
  field: 'path',
  traits: Trait.pathNotAbsolute,
  title: 'Path does not begin with a slash',
  rationale:
    'Every request path begins with a slash, so wget and Python never send the cookie, aria2 and Perl drop it, and curl makes the path "/".',
  source: 'F116; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Perl HTTP::Cookies 6.10, Python 3.11',
  check: (entry, row) => {
    const path = entry.field(row, 'path');
    return !path.startsWith('\\') && !isQuoted(path);
  },
  explain: (entry, row) => ({
    path: quoted(entry, row, 'path'),
    isBoolean: isBooleanWord(entry.field(row, 'path')),
  }),
  message: (data) =>
    data['isBoolean'] === true
      ? `The path is "${word(data, 'path')}": curl takes it for the secure flag and drops this line, as aria2 and Perl do; wget and Python never send the cookie.`
      : `The path "${word(data, 'path')}" has no slash before it: aria2 and Perl drop this line, wget and Python never send the cookie, curl reads "/".`,
  fix: (entry) => ({ path: `/${entry.path}` }),
  examples: {
    pass: ['.example.com→TRUE→/dir→FALSE→1820000000→a→1', '.example.com→TRUE→"/dir"→FALSE→1820000000→a→1'],
    fail: [
      '.example.com→TRUE→dir→FALSE→1820000000→a→1',
      '.example.com→TRUE→TRUE→FALSE→1820000000→a→1',
      '.example.com→TRUE→dir/sub→FALSE→1820000000→a→1',
    ],
  },
};

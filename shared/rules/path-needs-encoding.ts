import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const RAW = /[\0-\x20\x7f-\xff]/g;

export const pathNeedsEncoding: RowRule = {
  id: 'path-needs-encoding',
  scope: 'row',
  severity: 'warning',
  field: 'path',
  traits: Trait.pathOddCharacter,
  title: 'Path needs percent-encoding',
  rationale:
    'Clients request a path with blanks and letters beyond ASCII in percent signs, so the raw form is never matched.',
  source: 'RFC 3986 §2.1, RFC 6265bis §5.1.4; curl 7.88.1 to 8.21.0',
  check: (entry, row) => entry.field(row, 'path').search(RAW) >= 0,
  explain: (entry, row) => ({ path: quoted(entry, row, 'path') }),
  message: (data) =>
    `"${word(data, 'path')}" has characters that URLs hold only in percent signs: the cookie is never sent.`,
  fix: (entry) => ({
    path: entry.path.replace(
      RAW,
      (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    ),
  }),
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/a%20b→FALSE→1820000000→a→1', '.example.com→TRUE→/a;b→FALSE→1820000000→a→1'],
    fail: ['.example.com→TRUE→/a b→FALSE→1820000000→a→1', '.example.com→TRUE→/žemė→FALSE→1820000000→a→1'],
  },
};

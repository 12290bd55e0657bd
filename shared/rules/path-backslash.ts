import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const pathBackslash: RowRule = {
  id: 'path-backslash',
  scope: 'row',
  severity: 'warning',
  field: 'path',
  traits: Trait.pathBackslash,
  title: 'Backslash in the path',
  rationale: 'Browsers turn a backslash in a URL into a slash, so a path with one is hardly ever matched.',
  source: 'F43; curl 7.88.1 to 8.21.0, Chromium 156, Firefox ESR 153',
  explain: (entry, row) => ({ path: quoted(entry, row, 'path') }),
  message: (data) =>
    `The path "${word(data, 'path')}" has a backslash: URLs have slashes, so clients send this cookie nowhere, and one that begins with it is "/" to curl.`,
  fix: (entry) => {
    const path = entry.path.replaceAll('\\', '/');
    return { path: path.startsWith('/') ? path : `/${path}` };
  },
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/dir/sub→FALSE→1820000000→a→1'],
    fail: [
      '.example.com→TRUE→\\dir\\sub→FALSE→1820000000→a→1',
      '.example.com→TRUE→/dir\\x→FALSE→1820000000→a→1',
    ],
  },
};

import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const pathTrailingSlash: RowRule = {
  id: 'path-trailing-slash',
  scope: 'row',
  severity: 'hint',
  field: 'path',
  traits: Trait.pathTrailingSlash,
  title: 'Path ends with a slash',
  rationale:
    'With the slash browsers, wget and Python leave the directory itself out and send the cookie only below it.',
  source: 'F44; curl 8.18 and later, wget 1.21.3, Python 3.11, Chromium 156, Firefox ESR 153',
  explain: (entry, row) => ({ path: quoted(entry, row, 'path') }),
  message: (data) => {
    const path = word(data, 'path');
    return `"${path}" is not sent to "${path.replace(/\/+$/, '') || '/'}" by browsers, wget and Python; curl sends it there, and from 8.18 on takes the slash off.`;
  },
  fix: (entry) => ({ path: entry.path.replace(/\/+$/, '') || '/' }),
  fixNeedsChoice: true,
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→a→1',
      '.example.com→TRUE→/usr/local/tmp→FALSE→1820000000→a→1',
    ],
    fail: [
      '.example.com→TRUE→/usr/local/tmp/→FALSE→1820000000→a→1',
      '.example.com→TRUE→/dir/→FALSE→1820000000→a→1',
    ],
  },
};

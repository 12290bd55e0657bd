import { Trait } from '../table/columns.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const FILE = /\/[^/]+\.[A-Za-z][A-Za-z0-9]{0,4}$/;

export const pathNamesFile: RowRule = {
  id: 'path-names-file',
  scope: 'row',
  severity: 'hint',
  field: 'path',
  traits: Trait.pathDotInLastSegment,
  title: 'Path names a file',
  rationale:
    'A path is a directory, and with the name of a file at its end the cookie is sent for that one URL.',
  source: 'F42, F96; Chromium 156, Firefox ESR 153, curl 7.88.1 to 8.21.0',
  check: (entry, row) => FILE.test(entry.field(row, 'path')),
  explain: (entry, row) => ({ path: quoted(entry, row, 'path') }),
  message: (data) =>
    `"${word(data, 'path')}" looks like a file: the cookie is sent to that URL and below it, not beside it.`,
  fix: (entry) => ({ path: entry.path.slice(0, entry.path.lastIndexOf('/')) || '/' }),
  fixNeedsChoice: true,
  examples: {
    pass: [
      '.example.com→TRUE→/usr/local/tmp→FALSE→1820000000→a→1',
      '.example.com→TRUE→/api/v1.2→FALSE→1820000000→a→1',
    ],
    fail: [
      '.example.com→TRUE→/usr/local/tmp/myfile.htm→FALSE→1820000000→a→1',
      '.example.com→TRUE→/index.html→FALSE→1820000000→a→1',
    ],
  },
};

import { extraFields } from './reading/kept-line.ts';
import type { UnparsedRule } from './rule.ts';

export const doubledTabs: UnparsedRule = {
  id: 'doubled-tabs',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'Doubled TABs between columns',
  rationale:
    'curl to 8.11 and aria2 take a run of TABs for one, but curl from 8.12 on, wget and yt-dlp see empty fields and drop the line.',
  source: 'F67; curl before and after 8.12, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (reason, entry, row) =>
    reason === 'too-many-fields' && extraFields(entry.line(row)).kind === 'doubled-tabs',
  message: () =>
    'Two TABs stand where one belongs: curl 8.12 and later, wget and yt-dlp drop this line, Python refuses the file.',
  fixLine: (line) => extraFields(line).mended,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', '.example.com→TRUE→/→FALSE→1820000000→a→'],
    fail: [
      '.example.com→TRUE→→/→FALSE→1820000000→a→1',
      '.example.com→→TRUE→→/→→FALSE→→1820000000→→a→→1',
      '#HttpOnly_.example.com→TRUE→/→→TRUE→1820000000→a→1',
    ],
  },
};

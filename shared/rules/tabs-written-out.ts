import { columnsByWrittenTabs } from './reading/short-line.ts';
import type { UnparsedRule } from './rule.ts';

export const tabsWrittenOut: UnparsedRule = {
  id: 'tabs-written-out',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'Columns stand apart by "\\t", not by TABs',
  rationale:
    'Text that is copied out of a program or of JSON has a backslash and a letter where its TABs were, which no client takes for columns.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  check: (_reason, entry, row) => columnsByWrittenTabs(entry.line(row)) !== undefined,
  message: () =>
    'A backslash and a "t" stand where TABs belong: curl, wget and aria2 drop this line, Python refuses the file.',
  fixLine: columnsByWrittenTabs,
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→a→x\\ty',
      'C:\\temp\\tools',
      'a\\tTRUE\\t/\\tFALSE\\tsoon\\tb\\tc',
    ],
    fail: [
      '.example.com\\tTRUE\\t/\\tFALSE\\t1820000000\\ta\\t1',
      '"www.example.com\\tFALSE\\t/\\tTRUE\\t0\\ta\\tx y",',
    ],
  },
};

import { columnsByTabs, headerLine } from './reading/kept-line.ts';
import type { UnparsedRule } from './rule.ts';

export const columnsNotTabs: UnparsedRule = {
  id: 'columns-not-tabs',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'Columns stand apart by blanks, not by TABs',
  rationale:
    'Copying from a terminal or a web page turns TABs into blanks, after which curl, wget and aria2 drop the line and Python refuses the file.',
  source: 'F70, F71; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  check: (reason, entry, row) => reason === 'columns-not-tabs' && headerLine(entry.line(row)) === undefined,
  message: () =>
    'The columns stand apart by blanks: curl, wget and aria2 drop this line, Python refuses the file.',
  fixLine: columnsByTabs,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→b c d e f g'],
    fail: [
      'www.example.com FALSE / FALSE 1820000000 a 1',
      '.example.com    TRUE   /   FALSE   1820000000   SAFE_COOKIE   3425efc81808cebe',
      '.example.com TRUE\u00a0 / FALSE 1820000000 a 1',
      'www.example.com FALSE FALSE 1820000000 plugs yes',
    ],
  },
};

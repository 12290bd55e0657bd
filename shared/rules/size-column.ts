import { extraFields } from './reading/kept-line.ts';
import type { UnparsedRule } from './rule.ts';

export const sizeColumn: UnparsedRule = {
  id: 'size-column',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'An eighth column with the size',
  rationale:
    'The exporter "Get cookies.txt" of early 2023 wrote the size behind the value, a column that no client knows.',
  source: 'F67; curl 8.12 and later, wget 1.21.3, Python 3.11, yt-dlp; gallery-dl issue 3705',
  linesOnly: true,
  check: (reason, entry, row) =>
    reason === 'too-many-fields' && extraFields(entry.line(row)).kind === 'size-column',
  message: () =>
    'Behind the value stands its size: curl and yt-dlp drop this line, wget sends the number with the value, Python refuses the file.',
  fixLine: (line) => extraFields(line).mended,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', '.example.com→TRUE→/→FALSE→1820000000→a→1→7'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→a→1→2', '#HttpOnly_example.com→FALSE→/→TRUE→0→name→value→9'],
  },
};

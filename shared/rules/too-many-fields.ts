import { extraFields } from './reading/kept-line.ts';
import { counted } from './reading/words.ts';
import type { UnparsedRule } from './rule.ts';

export const tooManyFields: UnparsedRule = {
  id: 'too-many-fields',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'Too many fields',
  rationale:
    'Firefox keeps a TAB inside a value and exporters copy it, but in a file every TAB begins a new field, and only wget and Ruby read on.',
  source: 'F67; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp, Firefox ESR 153',
  linesOnly: true,
  check: (reason, entry, row) =>
    reason === 'too-many-fields' && extraFields(entry.line(row)).kind === 'tab-in-value',
  explain: (entry, row) => ({ fields: entry.line(row).split('\t').length }),
  message: (data) =>
    `The line has ${counted(data, 'fields', 'field')}, not seven: curl and yt-dlp drop it, aria2 cuts the value, Python refuses the file.`,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1 2', '.example.com→TRUE→/→FALSE→1820000000→a→1→'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→a→1→x', '.example.com→TRUE→/→FALSE→1820000000→a→1→2→3'],
  },
};

import { withoutNulPadding } from './reading/kept-line.ts';
import type { UnparsedRule } from './rule.ts';

export const nulByte: UnparsedRule = {
  id: 'nul-byte',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'A NUL byte in the line',
  rationale:
    'curl takes a NUL byte for the end of what it has read and loses this line and the next, and aria2 mixes the two.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  check: (reason, entry, row) => reason === 'nul-byte' && withoutNulPadding(entry.line(row)) === undefined,
  message: () =>
    'The line holds a NUL byte: curl loses it and the line behind it, wget cuts the value there; a file with such bytes was mostly damaged when a disk ran full.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→100'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→a→x‹00›y', 'example.com→FALSE→/→TRUE→0→a‹00›b→1'],
  },
};

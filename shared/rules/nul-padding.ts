import { withoutNulPadding } from './reading/kept-line.ts';
import type { UnparsedRule } from './rule.ts';

export const nulPadding: UnparsedRule = {
  id: 'nul-padding',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'NUL bytes before or behind the text',
  rationale:
    'After a crash or on a full disk a file is filled up with NUL bytes, of which curl takes the first for the end of what it has read.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, Python 3.11; pinchflat issue 773',
  linesOnly: true,
  check: (reason, entry, row) =>
    (reason === 'nul-byte' || reason === 'line-too-long') && withoutNulPadding(entry.line(row)) !== undefined,
  explain: (entry, row) => ({ alone: withoutNulPadding(entry.line(row)) === '' }),
  message: (data) =>
    data['alone'] === true
      ? 'The line is nothing but NUL bytes, with which the file was filled up: they can go.'
      : 'NUL bytes stand before or behind the text of this line: curl loses it and the line behind it.',
  fixLine: withoutNulPadding,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→x‹00›y', '.example.com→TRUE→/→FALSE→1820000000→a→100'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→a→1‹00›‹00›‹00›',
      '‹00›‹00›.example.com→TRUE→/→FALSE→1820000000→a→1',
      '.example.com→TRUE→/→FALSE→1820000000→a→1\n‹00›‹00›‹00›‹00›',
    ],
  },
};

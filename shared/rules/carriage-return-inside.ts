import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const carriageReturnInside: RowRule = {
  id: 'carriage-return-inside',
  scope: 'row',
  severity: 'error',
  field: 'line',
  traits: Trait.carriageReturn,
  title: 'A carriage return inside the line',
  rationale:
    'wget sends it and so lets the rest of the value become a header line of its own, curl cuts the value there, and Python begins a new line.',
  source: 'F145; curl 7.88.1 to 8.21.0, wget 1.21.3, Python 3.11',
  linesOnly: true,
  message: () =>
    'A carriage return stands inside the line: curl cuts the value there, wget sends it within the request, Python refuses the file.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1‹0D›'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→a→1‹0D›2',
      'example.com→FALSE→/→FALSE→1820000000→a→x‹0D›y‹0D›',
    ],
  },
};

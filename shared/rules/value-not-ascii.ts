import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const valueNotAscii: RowRule = {
  id: 'value-not-ascii',
  scope: 'row',
  severity: 'hint',
  field: 'value',
  traits: Trait.valueHigh,
  title: 'Value is not in ASCII',
  rationale:
    'Servers are asked for ASCII values, yet every browser, curl and wget send other letters byte for byte.',
  source: 'F145, F146; RFC 6265bis §4.1.1',
  message: () => 'The value has letters beyond ASCII: clients send its bytes as they are.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→žemė→foo'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→foo→Žemė', '.example.com→TRUE→/→FALSE→1820000000→a→🍪'],
  },
};

import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const valueQuoted: RowRule = {
  id: 'value-quoted',
  scope: 'row',
  severity: 'info',
  field: 'value',
  traits: Trait.valueQuoted,
  title: 'Value stands in quotes',
  rationale:
    'The quotes belong to the value, so clients send them and count them, and a server has to take them off.',
  source: 'F84; RFC 6265bis §4.1.1; Chromium 156, Firefox ESR 153, curl 7.88.1 to 8.21.0',
  message: () => 'The value stands in double quotes, which belong to it: every client sends them.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→foo→bar', '.example.com→TRUE→/→FALSE→1820000000→foo→"bar'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→foo→"bar"', '.example.com→TRUE→/→FALSE→1820000000→foo→""'],
  },
};

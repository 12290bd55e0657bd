import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const valueIsIdentifier: RowRule = {
  id: 'value-is-identifier',
  scope: 'row',
  severity: 'info',
  field: 'value',
  traits: Trait.valueIdentifier,
  title: 'Value can single out one person',
  rationale:
    'A long value of letters and digits is an identifier by which the site finds its own record of one browser.',
  source: 'F7, F73',
  offByDefault: true,
  message: () =>
    'The value is long and has the form of a key: it may single out one person in the records of the site.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→lang→en-GB', '.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→id→2035695874900187870',
      '.example.com→TRUE→/→FALSE→1820000000→id→3425efc81808cebe',
      '.example.com→TRUE→/→FALSE→1820000000→id→0b9fd1a2-5e83-4c1e-9d53-6f0a2b7c8d9e',
    ],
  },
};

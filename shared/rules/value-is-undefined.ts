import { Trait } from '../table/columns.ts';
import { word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const WORDS = ['undefined', 'null', 'NaN', '[object Object]'];

export const valueIsUndefined: RowRule = {
  id: 'value-is-undefined',
  scope: 'row',
  severity: 'hint',
  field: 'value',
  traits: Trait.valueWord | Trait.valueSeparator,
  title: 'Value is the name of nothing',
  rationale:
    'Cookies have no undefined or null value, so these words are text that a faulty script has stored.',
  source: 'F32',
  check: (entry, row) => WORDS.includes(entry.field(row, 'value')),
  explain: (entry, row) => ({ kind: WORDS.indexOf(entry.field(row, 'value')) === 3 ? 'object' : 'word' }),
  message: (data) =>
    word(data, 'kind') === 'object'
      ? 'The value is what a script writes for an object that it did not turn into text.'
      : 'The value is the word that a script writes when it has no value.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→', '.example.com→TRUE→/→FALSE→1820000000→a→nullable'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→a→undefined',
      '.example.com→TRUE→/→FALSE→1820000000→a→null',
      '.example.com→TRUE→/→FALSE→1820000000→a→NaN',
      '.example.com→TRUE→/→FALSE→1820000000→a→[object Object]',
    ],
  },
};

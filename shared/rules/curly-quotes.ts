import { Trait } from '../table/columns.ts';
import { hasCurlyQuotes, straightQuotes } from './reading/html-text.ts';
import type { EntryPatch, RowRule } from './rule.ts';

export const curlyQuotes: RowRule = {
  id: 'curly-quotes',
  scope: 'row',
  severity: 'warning',
  field: 'value',
  traits: Trait.valueHigh | Trait.nameHigh,
  title: 'Curly quotation marks',
  rationale:
    'Word processors, mail and chat programs replace straight quotation marks by curly ones, and what a client then sends is not what the server set.',
  source: 'RFC 6265bis §4.1.1 (only ASCII in a value)',
  fixNeedsChoice: true,
  check: (entry, row) =>
    hasCurlyQuotes(entry.field(row, 'name')) || hasCurlyQuotes(entry.field(row, 'value')),
  message: () =>
    'Curly quotation marks stand in the text, as word processors put them: the server most likely set straight ones.',
  fix: ({ name, value }): EntryPatch => ({
    ...(hasCurlyQuotes(name) && { name: straightQuotes(name) }),
    ...(hasCurlyQuotes(value) && { value: straightQuotes(value) }),
  }),
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→"b"', '.example.com→TRUE→/→FALSE→1820000000→a→é'],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→a→“b”',
      '.example.com→TRUE→/→FALSE→1820000000→a→it’s',
      '.example.com→TRUE→/→FALSE→1820000000→a→‹93›b‹94›',
    ],
  },
};

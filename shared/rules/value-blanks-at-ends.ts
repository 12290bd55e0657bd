import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const valueBlanksAtEnds: RowRule = {
  id: 'value-blanks-at-ends',
  scope: 'row',
  severity: 'warning',
  field: 'value',
  traits: Trait.valueSeparator,
  title: 'Value begins or ends with a blank',
  rationale: 'aria2 trims the fields of a line, and in a header browsers and curl trim the value too.',
  source: 'RFC 6265bis §5.6; aria2 1.36, Chromium 156, Firefox ESR 153',
  check: (entry, row) => /^ | $/.test(entry.field(row, 'value')),
  message: () => 'The value begins or ends with a blank: aria2 takes it off; curl, wget and Python send it.',
  fix: (entry) => ({ value: entry.value.replace(/^ +| +$/g, '') }),
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1 2', '.example.com→TRUE→/→FALSE→1820000000→a→'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→a→ 1', '.example.com→TRUE→/→FALSE→1820000000→a→1  '],
  },
};

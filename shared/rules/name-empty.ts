import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const nameEmpty: RowRule = {
  id: 'name-empty',
  scope: 'row',
  severity: 'warning',
  field: 'name',
  traits: Trait.nameEmpty,
  title: 'Name is empty',
  rationale:
    'Clients disagree about a cookie without a name: some send its value alone, some make a name of the value, some drop it.',
  source:
    'F144; Chromium 156, Firefox ESR 153, curl before and after 8.12, wget 1.21.3, aria2 1.36, Python 3.11',
  message: () =>
    'The name is empty: wget drops this line, curl to 8.11 and aria2 take the value for the name, Chromium and Python send the value alone.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→→foo', 'example.com→FALSE→/→FALSE→0→→'],
  },
};

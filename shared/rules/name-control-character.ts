import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const nameControlCharacter: RowRule = {
  id: 'name-control-character',
  scope: 'row',
  severity: 'error',
  field: 'name',
  traits: Trait.nameControl,
  title: 'Control character in the name',
  rationale:
    'Browsers refuse a name with a control character, and curl from 8.21 on drops it from files too.',
  source: 'F26; RFC 6265bis §5.6; curl 8.21, Chromium 156, Firefox ESR 153',
  message: () =>
    'The name has a control character: browsers refuse it, curl 8.21 and later drop this line; wget and Python keep it.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→a‹01›b→1', '.example.com→TRUE→/→FALSE→1820000000→a‹7F›→1'],
  },
};

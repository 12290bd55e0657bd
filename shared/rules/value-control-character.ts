import { Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const valueControlCharacter: RowRule = {
  id: 'value-control-character',
  scope: 'row',
  severity: 'error',
  field: 'value',
  traits: Trait.valueControl,
  title: 'Control character in the value',
  rationale:
    'Browsers refuse a value with a control character, and curl from 8.21 on drops it from files too.',
  source: 'F29; RFC 6265bis §5.6; curl 8.21, Chromium 156, Firefox ESR 153',
  message: () =>
    'The value has a control character: browsers refuse it, curl 8.21 and later drop this line; wget and Python keep it.',
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1 2'],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→a→x‹01›y', '.example.com→TRUE→/→FALSE→1820000000→a→x‹7F›'],
  },
};

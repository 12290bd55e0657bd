import { MAX_LIFETIME_SECONDS } from '../cookie/compute-expiry.ts';
import { LAST_SECOND, momentText } from './reading/expiry-field.ts';
import { word } from './reading/words.ts';
import type { TimeRule } from './rule.ts';

export const lifetimeOver400Days: TimeRule = {
  id: 'lifetime-over-400-days',
  scope: 'time',
  severity: 'hint',
  field: 'expiry',
  title: 'Lives longer than browsers allow',
  rationale:
    'Browsers, and curl from 8.12 on, cut what a header asks for to 400 days, so this expiry did not come from one of them or was changed.',
  source: 'F49, F119; RFC 6265bis §5.5; Chromium 156, Firefox ESR 153, curl 8.12 and later',
  check: (expiry, now) => expiry > now + MAX_LIFETIME_SECONDS && expiry <= LAST_SECOND,
  explain: (entry, row) => ({ expires: momentText(Number.parseInt(entry.field(row, 'expiry'), 10)) }),
  message: (data) =>
    `Lives until ${word(data, 'expires')}, more than 400 days from now: browsers would cut it, curl and wget take it from a file as it is.`,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1834560000→a→1', '.example.com→TRUE→/→FALSE→0→a→1'],
    fail: ['.example.com→TRUE→/→FALSE→1834560001→a→1', '.example.com→TRUE→/→FALSE→4102444800→a→1'],
  },
};

import { LAST_SECOND, momentText } from './reading/expiry-field.ts';
import { word } from './reading/words.ts';
import type { TimeRule } from './rule.ts';

const YEAR = 365 * 86_400;

export const lifetimeOverAYear: TimeRule = {
  id: 'lifetime-over-a-year',
  scope: 'time',
  severity: 'info',
  field: 'expiry',
  title: 'Lives for more than a year',
  rationale: 'Guidance on European data protection is that a cookie should last twelve months at most.',
  source: 'F16; gdpr.eu/cookies',
  check: (expiry, now) => expiry > now + YEAR && expiry <= LAST_SECOND,
  explain: (entry, row) => ({ expires: momentText(Number.parseInt(entry.field(row, 'expiry'), 10)) }),
  message: (data) =>
    `Lives until ${word(data, 'expires')}, more than a year: guidance in Europe asks for twelve months at most.`,
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1831536000→a→1',
      '.example.com→TRUE→/→FALSE→0→a→1',
      '.example.com→TRUE→/→FALSE→1900000000000→a→1',
    ],
    fail: ['.example.com→TRUE→/→FALSE→1831536001→a→1', '.example.com→TRUE→/→FALSE→2147483647→a→1'],
  },
};

import { limitsOf } from '../cookie/limits.ts';
import { counted } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

const FLOOR = limitsOf('rfc-6265bis').total?.count ?? Infinity;

export const tooManyInTotal: DocumentRule = {
  id: 'too-many-in-total',
  scope: 'document',
  severity: 'info',
  field: 'document',
  title: 'More cookies than a browser need keep',
  rationale:
    'RFC 6265bis asks clients for room for 3,000 cookies, and beyond that a browser may throw out the oldest.',
  source: 'F56; RFC 6265bis §6.1',
  check: ({ entries }) => (entries > FLOOR ? { entries } : undefined),
  message: (data) =>
    `The file holds ${counted(data, 'entries', 'cookie')}: a browser need keep only 3,000; curl and wget have no such limit.`,
  examples: {
    pass: [`# Netscape HTTP Cookie File\n${'example.com→FALSE→/→FALSE→0→a→1\n'.repeat(3000)}`],
    fail: [`# Netscape HTTP Cookie File\n${'example.com→FALSE→/→FALSE→0→a→1\n'.repeat(3001)}`],
  },
};

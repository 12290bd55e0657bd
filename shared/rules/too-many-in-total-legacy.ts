import { limitsOf } from '../cookie/limits.ts';
import { counted } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

const LEGACY = limitsOf('netscape').total?.count ?? Infinity;
const FLOOR = limitsOf('rfc-6265bis').total?.count ?? Infinity;

export const tooManyInTotalLegacy: DocumentRule = {
  id: 'too-many-in-total-legacy',
  scope: 'document',
  severity: 'hint',
  field: 'document',
  title: 'More cookies than Netscape kept',
  rationale: 'The first browsers kept 300 cookies in all, and RFC 2109 asked no more of any client.',
  source: 'F56, F57; RFC 2109 §6.3',
  check: ({ entries }) => (entries > LEGACY && entries <= FLOOR ? { entries } : undefined),
  message: (data) =>
    `The file holds ${counted(data, 'entries', 'cookie')}: Netscape kept 300; today's clients are asked for 3,000.`,
  examples: {
    pass: [
      `# Netscape HTTP Cookie File\n${'example.com→FALSE→/→FALSE→0→a→1\n'.repeat(300)}`,
      `# Netscape HTTP Cookie File\n${'example.com→FALSE→/→FALSE→0→a→1\n'.repeat(3001)}`,
    ],
    fail: [`# Netscape HTTP Cookie File\n${'example.com→FALSE→/→FALSE→0→a→1\n'.repeat(301)}`],
  },
};

import { limitsOf } from '../cookie/limits.ts';
import { manyCookies } from './reading/example-lines.ts';
import { counted } from './reading/words.ts';
import type { SiteRule } from './rule.ts';

const LEGACY = limitsOf('netscape').perDomain?.count ?? Infinity;
const FLOOR = limitsOf('rfc-6265bis').perDomain?.count ?? Infinity;

export const tooManyPerDomainLegacy: SiteRule = {
  id: 'too-many-per-domain-legacy',
  scope: 'site',
  severity: 'hint',
  field: 'domain',
  title: 'More cookies of one site than Netscape kept',
  rationale:
    'Netscape kept 20 cookies of a domain and at the next threw one out without saying which, and RFC 2109 asked no more of any client.',
  source: 'F54, F57, F58, F60; RFC 2109 §6.3',
  check: (entries) => entries > LEGACY && entries <= FLOOR,
  explain: (entries) => ({ entries }),
  message: (data) =>
    `This site has ${counted(data, 'entries', 'cookie')}: Netscape kept 20; today's clients are asked for 50.`,
  examples: {
    pass: ['www.example.com→FALSE→/→FALSE→0→a→1', manyCookies(20), manyCookies(51)],
    fail: [manyCookies(21)],
  },
};

import { limitsOf } from '../cookie/limits.ts';
import { manyCookies } from './reading/example-lines.ts';
import { counted } from './reading/words.ts';
import type { SiteRule } from './rule.ts';

const FLOOR = limitsOf('rfc-6265bis').perDomain?.count ?? Infinity;
const CAP = limitsOf('chromium-156').perDomain?.count ?? Infinity;

export const tooManyPerDomainRfc: SiteRule = {
  id: 'too-many-per-domain-rfc',
  scope: 'site',
  severity: 'hint',
  field: 'domain',
  title: 'More cookies of one site than every client must keep',
  rationale:
    'RFC 6265bis asks clients for room for 50 cookies of a domain, so a small one may drop the rest.',
  source: 'F54, F57; RFC 6265bis §6.1',
  check: (entries) => entries > FLOOR && entries <= CAP,
  explain: (entries) => ({ entries }),
  message: (data) =>
    `This site has ${counted(data, 'entries', 'cookie')}: clients are asked for room for 50; Chromium and Firefox hold 180.`,
  examples: {
    pass: ['www.example.com→FALSE→/→FALSE→0→a→1', manyCookies(50), manyCookies(181)],
    fail: [manyCookies(51)],
  },
};

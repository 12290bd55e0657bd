import { limitsOf } from '../cookie/limits.ts';
import { manyCookies } from './reading/example-lines.ts';
import { counted } from './reading/words.ts';
import type { SiteRule } from './rule.ts';

const CAP = limitsOf('chromium-156').perDomain?.count ?? Infinity;

export const tooManyPerDomain: SiteRule = {
  id: 'too-many-per-domain',
  scope: 'site',
  severity: 'info',
  field: 'domain',
  title: 'More cookies of one site than browsers keep',
  rationale:
    'Chromium and Firefox hold 180 cookies of a site, and the next one has them throw out the oldest until 150 are left.',
  source: 'F54, F58, F136; Chromium 156, Firefox ESR 153',
  check: (entries) => entries > CAP,
  explain: (entries) => ({ entries }),
  message: (data) =>
    `This site has ${counted(data, 'entries', 'cookie')}: browsers hold 180 and at the next keep the newest 150; curl sends at most 150.`,
  examples: {
    pass: ['www.example.com→FALSE→/→FALSE→0→a→1', manyCookies(180)],
    fail: [manyCookies(181)],
  },
};

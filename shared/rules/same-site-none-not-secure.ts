import { Flag, Trait } from '../table/columns.ts';
import type { RowRule } from './rule.ts';

export const sameSiteNoneNotSecure: RowRule = {
  id: 'same-site-none-not-secure',
  scope: 'row',
  severity: 'error',
  field: 'sameSite',
  traits: Trait.extras,
  withoutFlags: Flag.secure,
  title: 'SameSite=None without Secure',
  rationale: 'Browsers refuse a cookie that wants to be sent from other sites and over plain HTTP at once.',
  source: 'F53, F100; Chromium 156, Firefox ESR 153',
  check: (entry, row) => entry.sameSite(row) === 'none',
  message: () =>
    'SameSite is None, yet Secure is missing: Chromium and Firefox refuse this cookie when it is imported.',
  fix: () => ({ secure: 'TRUE' }),
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: [],
  },
};

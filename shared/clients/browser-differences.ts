import { isTrustworthy } from '../cookie/request-target.ts';
import type { Difference } from './browser.ts';

/** What Chromium and Firefox both do otherwise than the standard says. */

export const unreadableTakesBack: Difference = {
  id: 'unreadable-takes-back',
  standard: 'An `Expires` or `Max-Age` that cannot be read is passed over (§5.6.1, §5.6.2).',
  instead: 'It takes back what the same attribute said earlier in the header.',
  rules: { unreadable: 'takes-back' },
};

export const domainOfOneDot: Difference = {
  id: 'domain-of-one-dot',
  standard: 'The leading full stop of `Domain` is dropped, and an empty `Domain` says nothing (§5.6.3).',
  instead: '`Domain=.` has the cookie ignored.',
  rules: { domainOfOneDot: 'refused' },
};

export const loopbackIsSecure: Difference = {
  id: 'loopback-is-secure',
  standard: 'The user agent defines what a secure connection is (§5.7, step 13).',
  instead: 'Plain http to this machine counts: 127.0.0.0/8, ::1, localhost and hosts below it.',
  rules: { isSecure: isTrustworthy },
};

export const partitioned: Difference = {
  id: 'partitioned',
  standard: '`Partitioned` is unknown to the standard and changes nothing.',
  instead: 'It asks for `Secure` and keeps the cookie apart for each site that a page is of.',
  rules: { partitioned: true },
};

export const siteLimit: Difference = {
  id: 'site-limit',
  standard: 'At least 50 cookies a domain should be kept (§6.1).',
  instead: 'With the 181st of a site the oldest go, until 150 are left.',
  rules: { siteLimit: { most: 180, afterPurge: 150 } },
};

import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';

/** "Sent to example.com and every subdomain, only over HTTPS, until 3 March 2027." Never a value. */
export function summarise(_cookie: Cookie, _now: EpochSeconds): string {
  throw new Error('pending');
}

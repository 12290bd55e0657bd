import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { isIpAddress } from '../cookie/ip-address.ts';
import { canonicalDomain } from '../formats/canonical-line.ts';
import { withoutExpired } from './common-stages.ts';
import { each, leftOut, type Stage } from './sieve.ts';

function breaksPrefix({ name, secureOnly, hostOnly, path }: Cookie): boolean {
  if (/^__host-/i.test(name)) return !secureOnly || !hostOnly || path !== '/';
  return /^__secure-/i.test(name) && !secureOnly;
}

function isOdd({ name, value, domain, hostOnly, path, secureOnly, extras }: Cookie): boolean {
  const nothing = name === '' && value === '';
  const partitioned = extras?.partitionKey !== undefined && !secureOnly;
  const address = !hostOnly && isIpAddress(canonicalDomain(domain));
  const text = /[\x00-\x1f\x7f;]/.test(name + value + path) || /[=]/.test(name);
  const blank = name.trim() !== name || value.trim() !== value || !path.startsWith('/');
  return nothing || partitioned || address || text || blank;
}

/** What a browser makes of cookies that are put into it: with one that it refuses, Playwright and Puppeteer refuse all. */
export function browserStages(now: EpochSeconds): readonly Stage[] {
  return [
    withoutExpired(now),
    each((cookie) =>
      breaksPrefix(cookie)
        ? leftOut(
            'Its name has a prefix (__Host-, __Secure-) whose promise it does not keep: browsers refuse it.',
          )
        : undefined,
    ),
    each((cookie) =>
      isOdd(cookie)
        ? leftOut(
            'Chromium refuses it (characters, an address with subdomains, a partition without Secure), and all others with it.',
          )
        : undefined,
    ),
  ];
}

import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { isIpAddress } from '../cookie/ip-address.ts';
import { canonicalDomain } from '../formats/canonical-line.ts';
import { withoutExpired } from './common-stages.ts';
import { each, leftOut, type Stage } from './sieve.ts';

const MAX_PATH = 1024;
const MAX_PAIR = 4096;

/** Whether a name promises what the cookie does not keep (RFC 6265bis §4.1.3, in any case of letters). */
function breaksPrefix({ name, secureOnly, hostOnly, httpOnly, path }: Cookie): boolean {
  if (!/^__(?:secure|host|http)-/i.test(name)) return false;
  if (!secureOnly || (/^__host-/i.test(name) && (!hostOnly || path !== '/'))) return true;
  return /^__(?:host-)?http-/i.test(name) && !httpOnly;
}

function hasOddText({ name, value, path }: Cookie): boolean {
  if (name === '' && value === '') return true;
  if (/[\x00-\x1f\x7f;]/.test(name + value + path) || name.includes('=')) return true;
  return name.trim() !== name || value.trim() !== value || !path.startsWith('/');
}

function isTooLong({ name, value, path }: Cookie): boolean {
  return path.length > MAX_PATH || name.length + value.length > MAX_PAIR;
}

/** A port, an IPv6 address without brackets, or an address that has subdomains. */
function hasOddHost({ domain, hostOnly }: Cookie): boolean {
  if (domain.includes(':') && !/^\[.*\]$/.test(domain)) return true;
  return !hostOnly && isIpAddress(canonicalDomain(domain));
}

function needsSecure({ secureOnly, extras }: Cookie): boolean {
  return !secureOnly && (extras?.partitionKey !== undefined || extras?.sameSite === 'none');
}

function without(isRefused: (cookie: Cookie) => boolean, why: string): Stage {
  const verdict = leftOut(`${why}: Chromium refuses it, and with it all the others.`);
  return each((cookie) => (isRefused(cookie) ? verdict : undefined));
}

/** What Chromium makes of cookies that Playwright or Puppeteer put into it, as measured with Chromium 156. */
export function browserStages(now: EpochSeconds): readonly Stage[] {
  return [
    withoutExpired(now),
    without(breaksPrefix, 'Its name promises (__Host-, __Secure-, __Http-) what it does not keep'),
    without(hasOddText, 'A name, value or path that a browser does not store'),
    without(isTooLong, 'A path of more than 1,024 bytes, or a name and value of more than 4,096'),
    without(hasOddHost, 'A domain with a port, or an address with subdomains'),
    without(needsSecure, 'SameSite=None or a partition without Secure'),
  ];
}

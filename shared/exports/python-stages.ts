import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { isIpAddress } from '../cookie/ip-address.ts';
import { canonicalDomain } from '../formats/canonical-line.ts';
import { decodeUtf8 } from '../cookie/byte-string.ts';
import { withoutDuplicates, withoutExpired, withPlainHeader, withReachableHost } from './common-stages.ts';
import { changed, each, leftOut, mayBeLeftOut, type Stage } from './sieve.ts';

function isPlainHost(domain: string): boolean {
  return domain.includes('.') && !domain.includes(':');
}

function subdomainsToo({ hostOnly, domain }: Cookie): boolean {
  return hostOnly && !isIpAddress(canonicalDomain(domain));
}

/** What Python's `http.cookiejar` makes of a cookie file; yt-dlp builds on it. */
export function pythonStages(now: EpochSeconds): readonly Stage[] {
  return [
    withoutExpired(now),
    each((cookie) =>
      decodeUtf8(cookie.domain + cookie.path + cookie.name + cookie.value) === undefined
        ? leftOut('It holds bytes that are not UTF-8: Python would refuse the whole file.')
        : undefined,
    ),
    each(({ name, value }) =>
      /[\x80-\xff]/.test(name + value)
        ? leftOut(
            'Python cannot send characters outside ASCII as they are; outside ISO 8859-1 the request fails.',
          )
        : undefined,
    ),
    withoutDuplicates,
    withReachableHost,
    each(({ domain }) =>
      isPlainHost(canonicalDomain(domain))
        ? undefined
        : mayBeLeftOut('The host has no full stop or is an IPv6 address: Python never sends it.'),
    ),
    each(({ name }) =>
      name === '' ? changed('It has no name: Python takes the value for the name.') : undefined,
    ),
    each((cookie) =>
      subdomainsToo(cookie)
        ? changed('Python sends a cookie of one host to its subdomains as well.')
        : undefined,
    ),
    withPlainHeader,
  ];
}

import type { ByteString } from '../cookie/byte-string.ts';
import { cookieIdentity } from '../cookie/cookie-identity.ts';
import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { isIpAddress } from '../cookie/ip-address.ts';
import { canonicalDomain, canonicalPath } from '../formats/canonical-line.ts';
import { cookieApplies, type RequestAddress } from './request-address.ts';
import { changed, each, elsewhere, keyOf, leftOut, mayBeLeftOut, overruled, type Stage } from './sieve.ts';

/** Expired cookies are in nobody's requests; some programs even let them delete others. */
export function withoutExpired(now: EpochSeconds): Stage {
  return each(({ expiryTime }) =>
    expiryTime !== undefined && expiryTime <= now
      ? leftOut('It has expired, so it is never sent.')
      : undefined,
  );
}

/** Whether the line of a cookie says that it is for one host: that of an address always does. */
export function isWrittenHostOnly({ hostOnly, domain }: Cookie): boolean {
  return hostOnly || isIpAddress(canonicalDomain(domain));
}

/** One cookie of each identity: the last one counts. */
export const withoutDuplicates: Stage = overruled(
  (cookie) =>
    cookieIdentity({
      name: cookie.name,
      domain: canonicalDomain(cookie.domain),
      hostOnly: isWrittenHostOnly(cookie),
      path: canonicalPath(cookie.path),
    }),
  leftOut('A later cookie has the same name, domain and path.'),
);

/** Whether a canonical domain is a host name or an address as requests have them. */
export function isRequestHost(domain: ByteString): boolean {
  return isIpAddress(domain) || /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(domain);
}

/** Of twins with and without subdomains, a program that looks at the domain alone keeps the later. */
export function withoutTwins(program: string): Stage {
  return overruled(
    ({ name, domain, path }) => keyOf(name, canonicalDomain(domain), canonicalPath(path)),
    leftOut(
      `A later one has the same name, path and domain, with or without its subdomains: ${program} keeps one of them.`,
    ),
  );
}

/** The mark is left away, for the program takes a line that has it for a comment. */
export function withoutHttpOnlyMark(program: string): Stage {
  return each(({ httpOnly }) =>
    httpOnly
      ? {
          code: 'attribute-lost',
          attribute: 'httpOnly',
          message: `${program} takes a line with the HttpOnly mark for a comment, so the mark is left away.`,
          written: true,
        }
      : undefined,
  );
}

/** Domains that are none: no request is ever for them. */
export const withReachableHost: Stage = each(({ domain }) =>
  isRequestHost(canonicalDomain(domain))
    ? undefined
    : mayBeLeftOut(
        'The domain is not a host name (a port, a last full stop, odd characters), so it is never sent.',
      ),
);

/** Bytes that servers take for the end of a name or a value. */
export const withPlainHeader: Stage = each(({ name, value }) =>
  /[=;]/.test(name) || value.includes(';')
    ? changed('A server takes "=" in a name, or ";" anywhere, for the end of it: it reads another cookie.')
    : undefined,
);

/** Cookies that the command's own request does not carry; they are written, for other addresses get them. */
export function sentTo(address: RequestAddress, now: EpochSeconds): Stage {
  const [place] = address.text.split('?');
  return each((cookie) =>
    !isRequestHost(canonicalDomain(cookie.domain)) || cookieApplies(cookie, address, now)
      ? undefined
      : elsewhere(`By the rules for cookies it would not be sent to ${place}: it is for other addresses.`),
  );
}

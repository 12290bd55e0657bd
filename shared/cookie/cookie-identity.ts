import type { ByteString } from './byte-string.ts';
import { lowerCaseAscii } from './canonical-host.ts';
import type { Cookie, PartitionKey } from './cookie.ts';

/** What tells one cookie from another: the same identity means that one replaces the other. */
export interface CookieIdentity {
  readonly name: ByteString;
  readonly domain: ByteString;
  readonly hostOnly: boolean;
  readonly path: ByteString;
  readonly extras?: { readonly partitionKey?: PartitionKey };
}

/**
 * One text for a cookie's identity: name, domain, host-only flag and path (RFC 6265bis §5.7, step 23), and the
 * partition that browsers add. Names and paths are compared byte for byte, domains in any case.
 */
export function cookieIdentity(cookie: CookieIdentity): string {
  const partition = cookie.extras?.partitionKey;
  const parts = [
    cookie.name,
    lowerCaseAscii(cookie.domain),
    cookie.hostOnly ? 'host' : 'domain',
    cookie.path,
    ...(partition === undefined
      ? []
      : [partition.topLevelSite, partition.hasCrossSiteAncestor === true ? 'cross' : 'same']),
  ];
  // Lengths keep the parts apart whatever bytes they hold.
  return parts.map((part) => `${part.length}:${part}`).join('');
}

/** Do these two name the same cookie? */
export function isSameCookie(
  one: Pick<Cookie, keyof CookieIdentity>,
  other: Pick<Cookie, keyof CookieIdentity>,
): boolean {
  return cookieIdentity(one) === cookieIdentity(other);
}

import type { ByteString } from '../../cookie/byte-string.ts';
import { isIpv4Address, isIpv6Address } from '../../cookie/ip-address.ts';

const BUCKETS = 63n;
const WORD = (1n << 64n) - 1n;

/** Is this an IP address to curl, without brackets? */
export function isNumericHost(host: ByteString): boolean {
  return isIpv4Address(host) || (host.includes(':') && isIpv6Address(host));
}

/**
 * The end of a host by which curl files cookies: its last two labels, nothing for IP addresses. A cookie is looked for
 * only where the host of the request is filed, so one for a lone label never reaches the hosts below it.
 */
export function bucketOf(host: ByteString): string {
  if (host === '' || isNumericHost(host)) return '';
  const last = host.lastIndexOf('.');
  const before = last > 0 ? host.lastIndexOf('.', last - 1) : -1;
  return host.slice(before + 1);
}

/** Do two of them share one of curl's 63 lists? Equal ones do, and now and then others by chance. */
export function sameBucket(one: string, other: string): boolean {
  return one === other || bucketNumber(one) === bucketNumber(other);
}

function bucketNumber(end: string): bigint {
  if (end === '') return 0n;
  let hash = 5381n;
  for (const letter of end.toUpperCase()) {
    hash = (hash * 33n) & WORD;
    hash ^= BigInt(letter.charCodeAt(0));
  }
  return hash % BUCKETS;
}

import type { ByteString } from './byte-string.ts';

const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/** Is this four decimal numbers from 0 to 255, with full stops between? */
export function isIpv4Address(host: ByteString): boolean {
  return IPV4.test(host);
}

/** Is this an IPv6 address (RFC 4291 §2.2), without brackets and without a zone? */
export function isIpv6Address(host: ByteString): boolean {
  const halves = host.split('::');
  if (halves.length > 2 || !host.includes(':')) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1)?.at(-1);
  let count = groups.flat().length;
  if (last !== undefined && last.includes('.')) {
    if (!isIpv4Address(last)) return false;
    groups.at(-1)?.pop();
    count++;
  }
  if (!groups.flat().every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? count < 8 : count === 8;
}

/** Is this host an IP address and so not a host name? IPv6 with brackets or without. */
export function isIpAddress(host: ByteString): boolean {
  if (isIpv4Address(host)) return true;
  return isIpv6Address(host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host);
}

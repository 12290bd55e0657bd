import type { ByteString } from '../../cookie/byte-string.ts';
import { canonicalHost, lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { isIpAddress } from '../../cookie/ip-address.ts';
import type { RawEntry } from '../../table/entry-reader.ts';
import { meantBoolean } from './booleans.ts';

/** The domain field without its leading full stops. */
export function bareHost(domain: ByteString): ByteString {
  return domain.replace(/^\.+/, '');
}

/** Is this a host that can have no subdomains: an IP address or `localhost`? */
export function isLocalHost(host: ByteString): boolean {
  return isIpAddress(host) || lowerCaseAscii(host) === 'localhost';
}

/** Domain and flag that agree: with a full stop and `TRUE`, or without and `FALSE`. */
export function scoped(host: ByteString, subdomains: boolean): Pick<RawEntry, 'domain' | 'flag'> {
  return subdomains && !isLocalHost(host)
    ? { domain: `.${bareHost(host)}`, flag: 'TRUE' }
    : { domain: bareHost(host), flag: 'FALSE' };
}

/** Are subdomains meant? The flag decides, as in curl and wget; where it says nothing, the full stop does. */
export function meansSubdomains(entry: Pick<RawEntry, 'domain' | 'flag'>): boolean {
  return meantBoolean(entry.flag) ?? entry.domain.startsWith('.');
}

/** The domain with another host in it, its leading full stops kept. */
export function withHost(domain: ByteString, change: (host: ByteString) => ByteString): ByteString {
  const host = bareHost(domain);
  return domain.slice(0, domain.length - host.length) + change(host);
}

/** Is this a host name or an IP address, in plain ASCII? */
export function isPlainHost(host: ByteString): boolean {
  if (isIpAddress(host)) return true;
  const labels = (host.endsWith('.') ? host.slice(0, -1) : host).split('.');
  if (host.length > 253 || /^[0-9]+$/.test(labels.at(-1) ?? '')) return false;
  return canonicalHost(host) !== undefined && labels.every((label) => /^[\w-]{1,63}$/.test(label));
}

import type { ByteString } from '../../cookie/byte-string.ts';
import { canonicalHost, lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { isIpAddress } from '../../cookie/ip-address.ts';
import { hostParts } from '../../cookie/public-suffix.ts';
import type { RawEntry } from '../../table/entry-reader.ts';
import { isBooleanWord, meantBoolean } from './booleans.ts';

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

/**
 * Are subdomains meant? A flag of `TRUE` or `FALSE`, in any case, decides, as in curl and wget. Of any other a word for
 * "no" does, and otherwise the full stop: no fix may send a cookie further than some client sends it today.
 */
export function meansSubdomains(entry: Pick<RawEntry, 'domain' | 'flag'>): boolean {
  if (isBooleanWord(entry.flag)) return entry.flag.length === 4;
  return meantBoolean(entry.flag) !== false && entry.domain.startsWith('.');
}

/** Could anybody register a name below this host, so that a cookie for all of it would go to strangers? */
export function isTooWide(host: ByteString): boolean {
  const name = bareHost(host).replace(/\.$/, '');
  return !name.includes('.') || hostParts(lowerCaseAscii(name)).isPublicSuffix;
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

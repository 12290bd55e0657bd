import { getPublicSuffix, parse } from 'tldts';
import type { ByteString } from '../cookie/byte-string.ts';
import { canonicalHost, lowerCaseAscii } from '../cookie/canonical-host.ts';
import { isIpAddress } from '../cookie/ip-address.ts';
import { HostTrait } from './hosts.ts';

/** What is known of a distinct host: its traits, its canonical form and its registrable domain (or itself). */
export interface HostFacts {
  readonly traits: number;
  readonly canonical: ByteString;
  readonly site: ByteString;
}

const SUFFIX_OPTIONS = {
  allowPrivateDomains: true,
  extractHostname: false,
  validateHostname: false,
  detectIp: false,
} as const;

const PORT = /^(.*):[0-9]+$/s;

/** Looks at one host that is not ordinary lower-case ASCII: slow, but such hosts are few. */
export function oddHostFacts(host: ByteString): HostFacts {
  if (host === '') return { traits: HostTrait.empty, canonical: '', site: '' };
  let traits = 0;
  if (/[A-Z]/.test(host)) traits |= HostTrait.upperCase;
  if (/[\x80-\xff]/.test(host)) traits |= HostTrait.notAscii;
  if (host.startsWith('.')) traits |= HostTrait.manyLeadingDots;
  const canonical = canonicalHost(host) ?? lowerCaseAscii(host);
  const bare = isIpAddress(canonical) ? undefined : PORT.exec(canonical)?.[1];
  if (bare !== undefined) traits |= HostTrait.port;
  const name = bare ?? canonical;
  if (name.startsWith('[') && name.endsWith(']')) traits |= HostTrait.bracketed;
  if (isIpAddress(name)) return { traits: traits | HostTrait.ipAddress, canonical, site: name };
  if (/[^0-9A-Za-z\-._\x80-\xff]/.test(bare === undefined ? host : host.slice(0, host.lastIndexOf(':')))) {
    traits |= HostTrait.oddCharacter;
  }
  const named = nameFacts(name);
  return { traits: traits | named.traits, canonical, site: named.site };
}

/** Looks at a host name in lower case, without port, that is not an IP address. */
export function nameFacts(name: ByteString): { readonly traits: number; readonly site: ByteString } {
  let traits = 0;
  if (name.endsWith('.') && /[^.]/.test(name)) traits |= HostTrait.trailingDot;
  const plain = name.replace(/^\.+|\.$/g, '');
  if (plain === '') return { traits: traits | HostTrait.badLabel, site: name };
  const labels = plain.split('.');
  if (plain.length > 253 || labels.some((label) => label === '' || label.length > 63)) {
    traits |= HostTrait.badLabel;
  }
  if (labels.length === 1) traits |= HostTrait.singleLabel;
  if (labels.some((label) => label.startsWith('xn--'))) traits |= HostTrait.punycode;
  const suffix = publicSuffixLength(plain);
  if (!suffixIsListed(plain.slice(plain.length - suffix))) traits |= HostTrait.unknownSuffix;
  else if (suffix === plain.length) traits |= HostTrait.publicSuffix;
  return { traits, site: plain.slice(siteStart(plain, suffix)) };
}

/** How many characters at the end of a host are its public suffix; the last label where none is listed. */
export function publicSuffixLength(host: ByteString): number {
  return getPublicSuffix(host, SUFFIX_OPTIONS)?.length ?? 0;
}

/** Where the registrable domain begins: one label before the public suffix, or 0 where there is none. */
export function siteStart(host: ByteString, suffixLength: number): number {
  const suffixAt = host.length - suffixLength;
  return suffixAt < 2 ? 0 : host.lastIndexOf('.', suffixAt - 2) + 1;
}

const listed = new Map<ByteString, boolean>();

/** Is this public suffix on the list, private section included, or only a last label? Remembers what it was asked. */
export function suffixIsListed(suffix: ByteString): boolean {
  // Only a last label can be unlisted: the list's default rule is one label.
  if (suffix.includes('.')) return true;
  let known = listed.get(suffix);
  if (known === undefined) {
    const { isIcann, isPrivate } = parse(`x.${suffix}`, SUFFIX_OPTIONS);
    known = isIcann === true || isPrivate === true;
    if (listed.size < 10_000) listed.set(suffix, known);
  }
  return known;
}

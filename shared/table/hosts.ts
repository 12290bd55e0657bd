import type { ByteString } from '../cookie/byte-string.ts';

/** What one pass over a distinct host found. Ordinary hosts have none, so host rules cost nothing on them. At most 32. */
export const HostTrait = {
  empty: 1 << 0,
  upperCase: 1 << 1,
  /** A byte of 0x80 and above. */
  notAscii: 1 << 2,
  /** A byte that no host name, IP address or port has. */
  oddCharacter: 1 << 3,
  /** Ends with `:` and digits, an IPv6 address apart. */
  port: 1 << 4,
  trailingDot: 1 << 5,
  /** Still begins with a full stop when one was taken off. */
  manyLeadingDots: 1 << 6,
  /** An empty label in the middle, a label over 63 bytes or a host over 253 bytes. */
  badLabel: 1 << 7,
  ipAddress: 1 << 8,
  /** Written `[...]`. */
  bracketed: 1 << 9,
  singleLabel: 1 << 10,
  publicSuffix: 1 << 11,
  /** The last label is on no public suffix list. */
  unknownSuffix: 1 << 12,
  /** A label that begins with `xn--`. */
  punycode: 1 << 13,
} as const;

/**
 * The distinct hosts of a table: the domain field as it was written, less one leading full stop. A host is known by
 * its number. `site` numbers the registrable domain (or the host itself where there is none) and `canonical` the
 * host in lower case (a trailing full stop stays: it names another host), so that hosts can be compared by number.
 */
export interface Hosts {
  readonly count: number;
  text(host: number): ByteString;
  traits(host: number): number;
  site(host: number): number;
  canonical(host: number): number;
  readonly siteCount: number;
  siteText(site: number): ByteString;
  canonicalText(canonical: number): ByteString;
}

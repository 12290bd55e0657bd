import type { ByteString, ByteStrings } from '../cookie/byte-string.ts';
import { bytesOf } from '../cookie/byte-string.ts';
import { ByteInterner, hashBytes, InternBatch } from './byte-interner.ts';
import { DOT } from './byte-classes.ts';
import { oddHostFacts, publicSuffixLength, siteStart, suffixIsListed } from './host-facts.ts';
import type { Hosts } from './hosts.ts';
import { HostTrait } from './hosts.ts';

const Class = { letter: 1, digit: 2, mark: 4, dot: 8, odd: 16 } as const;
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const text = String.fromCharCode(byte);
  if (/[a-z]/.test(text)) return Class.letter;
  if (/[0-9]/.test(text)) return Class.digit;
  if (byte === DOT) return Class.dot;
  return /[-_]/.test(text) ? Class.mark : Class.odd;
});
const SMALL_X = 0x78;
const NOT_ORDINARY = -1;
/** As many texts of hosts are decoded at once. */
const DECODED = 1 << 10;

/** What is known of hosts, by host number. */
export interface HostColumns {
  readonly traits: Uint32Array;
  readonly site: Uint32Array;
  readonly canonical: Uint32Array;
  /** 0 for a host that has no traits and is its own canonical form, as nearly all are: one byte to look at instead of eight. */
  readonly odd: Uint8Array;
}

/**
 * The hosts of a table. They are numbered as the scanner meets them and looked at later, each once: `settle` does it,
 * and every question about one host does so first. Canonical forms are hosts too, whether a row has them or not.
 * Watched by `test/bench` (open): a file of a million lines has two hundred thousand hosts.
 */
export class HostTable implements Hosts {
  readonly #strings: ByteStrings;
  readonly #hosts: ByteInterner;
  readonly #sites: ByteInterner;
  readonly #siteBatch = new InternBatch();
  #settled = 0;
  #traits = new Uint32Array(1 << 10);
  #site = new Uint32Array(1 << 10);
  #canonical = new Uint32Array(1 << 10);
  #odd = new Uint8Array(1 << 10);

  constructor(strings: ByteStrings) {
    this.#strings = strings;
    this.#hosts = new ByteInterner(strings);
    this.#sites = new ByteInterner(strings);
  }

  get count(): number {
    return this.#hosts.count;
  }

  /** The number of the host `bytes[from, to)`, which has `hash` (`hashBytes`). */
  intern(bytes: Uint8Array, from: number, to: number, hash: number): number {
    return this.#hosts.intern(bytes, from, to, hash);
  }

  /** Numbers the hosts of many rows at once, into their column. */
  internAll(bytes: Uint8Array, batch: InternBatch, column: Uint32Array): void {
    this.#hosts.internAll(bytes, batch, column);
  }

  text(host: number): ByteString {
    const from = this.#hosts.from(host);
    return this.#strings.decode(this.#hosts.bytes, from, from + this.#hosts.length(host));
  }

  traits(host: number): number {
    this.settle();
    return this.#traits[host] ?? 0;
  }

  site(host: number): number {
    this.settle();
    return this.#site[host] ?? 0;
  }

  canonical(host: number): number {
    this.settle();
    return this.#canonical[host] ?? host;
  }

  get siteCount(): number {
    this.settle();
    return this.#sites.count;
  }

  siteText(site: number): ByteString {
    const from = this.#sites.from(site);
    return this.#strings.decode(this.#sites.bytes, from, from + this.#sites.length(site));
  }

  canonicalText(canonical: number): ByteString {
    return this.text(canonical);
  }

  /** Where the text of each host is, by host number: begin and end side by side. */
  texts(): { readonly bytes: Uint8Array; readonly ends: Uint32Array } {
    return { bytes: this.#hosts.bytes, ends: this.#hosts.ends() };
  }

  /** For scans: traits, site and canonical host by host number. Growth replaces the arrays. */
  facts(): HostColumns {
    this.settle();
    return { traits: this.#traits, site: this.#site, canonical: this.#canonical, odd: this.#odd };
  }

  /** Looks at the hosts that came since the last call. */
  settle(): void {
    if (this.#settled === this.#hosts.count) return;
    // Looking closely may bring canonical forms, which are hosts too.
    while (this.#settled < this.#hosts.count) {
      this.#settleTo(Math.min(this.#settled + DECODED, this.#hosts.count));
    }
    this.#numberSites();
  }

  /** Looks at hosts that lie side by side: their texts are decoded in one go. */
  #settleTo(end: number): void {
    const begin = this.#hosts.from(this.#settled);
    const last = this.#hosts.from(end - 1) + this.#hosts.length(end - 1);
    const texts = this.#strings.decode(this.#hosts.bytes, begin, last);
    for (; this.#settled < end; this.#settled++) {
      if (this.#settled === this.#traits.length) this.#grow();
      const traits = this.#ordinaryTraits(this.#settled);
      const from = this.#hosts.from(this.#settled) - begin;
      const text = texts.slice(from, from + this.#hosts.length(this.#settled));
      if (traits === NOT_ORDINARY) this.#lookClosely(this.#settled, text);
      else this.#look(this.#settled, text, traits);
    }
  }

  #look(host: number, text: ByteString, seen: number): void {
    const suffix = publicSuffixLength(text);
    let traits = seen;
    if (suffix === text.length) traits |= HostTrait.publicSuffix;
    else if (!suffixIsListed(text.slice(text.length - suffix))) traits |= HostTrait.unknownSuffix;
    this.#traits[host] = traits;
    this.#odd[host] = traits === 0 ? 0 : 1;
    this.#canonical[host] = host;
    const batch = this.#siteBatch;
    const from = this.#hosts.from(host);
    const begin = from + siteStart(text, suffix);
    const end = from + text.length;
    const place = batch.count++;
    batch.row[place] = host;
    batch.from[place] = begin;
    batch.to[place] = end;
    batch.hash[place] = hashBytes(this.#hosts.bytes, begin, end);
    if (batch.count === batch.row.length) this.#numberSites();
  }

  #numberSites(): void {
    this.#sites.internAll(this.#hosts.bytes, this.#siteBatch, this.#site);
  }

  #lookClosely(host: number, text: ByteString): void {
    const { traits, canonical, site } = oddHostFacts(text);
    this.#traits[host] = traits;
    this.#odd[host] = 1;
    this.#numberSites();
    const siteBytes = bytesOf(site);
    this.#site[host] = this.#sites.intern(
      siteBytes,
      0,
      siteBytes.length,
      hashBytes(siteBytes, 0, siteBytes.length),
    );
    const bytes = bytesOf(canonical);
    const same = canonical === text;
    this.#canonical[host] = same
      ? host
      : this.intern(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
  }

  /** Of two labels or more of lower-case ASCII, none empty or too long, not an address; `NOT_ORDINARY` of anything else. */
  #ordinaryTraits(host: number): number {
    const bytes = this.#hosts.bytes;
    const from = this.#hosts.from(host);
    const to = from + this.#hosts.length(host);
    let found = 0;
    let traits = 0;
    let label = from;
    for (let at = from; at < to; at++) {
      const kind = CLASSES[bytes[at] as number] as number;
      found |= kind;
      if (kind !== Class.dot) continue;
      if (at === label || at - label > 63) return NOT_ORDINARY;
      if (isPunycode(bytes, label)) traits = HostTrait.punycode;
      label = at + 1;
    }
    if (to === label || to - label > 63 || to - from > 253) return NOT_ORDINARY;
    if (isPunycode(bytes, label)) traits = HostTrait.punycode;
    return (found & (Class.odd | Class.dot | Class.letter)) === (Class.dot | Class.letter)
      ? traits
      : NOT_ORDINARY;
  }

  #grow(): void {
    const grown = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const column = new Uint32Array(old.length * 2);
      column.set(old);
      return column;
    };
    this.#traits = grown(this.#traits);
    this.#site = grown(this.#site);
    this.#canonical = grown(this.#canonical);
    const odd = new Uint8Array(this.#traits.length);
    odd.set(this.#odd);
    this.#odd = odd;
  }
}

/** Does the label begin with `xn--`? The byte `x` alone settles nearly all. */
function isPunycode(bytes: Uint8Array, label: number): boolean {
  return (
    bytes[label] === SMALL_X &&
    bytes[label + 1] === SMALL_X - 10 &&
    bytes[label + 2] === 0x2d &&
    bytes[label + 3] === 0x2d
  );
}

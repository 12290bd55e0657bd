import { bytesOf, type ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { CurlBehaviour } from './behaviour.ts';
import type { CurlCookie } from './curl-cookie.ts';
import type { PlainFields } from './plain-line.ts';

const EMPTY = -1;
const START = 0x811c9dc5;
const PRIME = 0x01000193;
/** Tells the owners of cookies apart before their domains do. */
const OWNER = { host: 1, domain: 2, none: 3 } as const;

/**
 * Finds the place of a cookie by its identity: a table of hashes that holds places only. Two of one hash are told
 * apart by whoever asks.
 */
export interface Identities {
  /** The place that holds this identity already; otherwise `place` is kept for it and nothing comes back. */
  findOrAdd(hash: number, place: number, isSame: (other: number) => boolean): number | undefined;
}

export function identities(): Identities {
  let size = 1024;
  let places = new Int32Array(size).fill(EMPTY);
  let hashes = new Int32Array(size);
  let count = 0;
  const freeSlot = (hash: number): number => {
    let slot = hash & (size - 1);
    while (places[slot] !== EMPTY) slot = (slot + 1) & (size - 1);
    return slot;
  };
  const grow = (): void => {
    const [oldPlaces, oldHashes] = [places, hashes];
    size *= 4;
    places = new Int32Array(size).fill(EMPTY);
    hashes = new Int32Array(size);
    for (let at = 0; at < oldPlaces.length; at++) {
      const [place = EMPTY, hash = 0] = [oldPlaces[at], oldHashes[at]];
      if (place === EMPTY) continue;
      const slot = freeSlot(hash);
      places[slot] = place;
      hashes[slot] = hash;
    }
  };
  return {
    findOrAdd(hash, place, isSame) {
      let slot = hash & (size - 1);
      for (let other = places[slot] ?? EMPTY; other !== EMPTY; other = places[slot] ?? EMPTY) {
        if (hashes[slot] === hash && isSame(other)) return other;
        slot = (slot + 1) & (size - 1);
      }
      places[slot] = place;
      hashes[slot] = hash;
      if (++count * 2 > size) grow();
      return undefined;
    },
  };
}

/** The hash of an ordinary line's identity; equal to `hashOf` of its cookie. */
export function hashOfPlain(
  bytes: Uint8Array,
  fields: Readonly<PlainFields>,
  { namesInAnyCase, pathsInAnyCase, keepsPathAsWritten }: CurlBehaviour,
): number {
  const { pathFrom, pathTo } = fields;
  // Where the slash of `/` goes, nothing is left of the path.
  const pathEnd = keepsPathAsWritten && pathTo === pathFrom + 1 ? pathFrom : pathTo;
  const owner = START ^ (fields.hostOnly ? OWNER.host : OWNER.domain);
  const withDomain = mix(owner, bytes, fields.domainFrom, fields.domainTo, true);
  const withPath = mix(withDomain, bytes, pathFrom, pathEnd, pathsInAnyCase);
  return mix(withPath, bytes, fields.nameFrom, fields.nameTo, namesInAnyCase);
}

/** The hash of a cookie's identity. */
export function hashOf(cookie: CurlCookie, { namesInAnyCase, pathsInAnyCase }: CurlBehaviour): number {
  const { name, domain, hasDomain, hostOnly, matchPath = '' } = cookie;
  const owner = START ^ (hasDomain ? (hostOnly ? OWNER.host : OWNER.domain) : OWNER.none);
  const withDomain = mixText(owner, domain, true);
  const withPath = mixText(withDomain, matchPath, pathsInAnyCase);
  return mixText(withPath, name, namesInAnyCase);
}

function mixText(hash: number, text: ByteString, inAnyCase: boolean): number {
  return mix(hash, bytesOf(text), 0, text.length, inAnyCase);
}

/** FNV-1a over a stretch of bytes, with letters made small where case does not count. */
function mix(hash: number, bytes: Uint8Array, from: number, to: number, inAnyCase: boolean): number {
  let mixed = hash;
  for (let at = from; at < to; at++) {
    const code = bytes[at] ?? 0;
    const isCapital = inAnyCase && code >= 0x41 && code <= 0x5a;
    mixed = Math.imul(mixed ^ (isCapital ? code | 0x20 : code), PRIME);
  }
  // The high bits decide little otherwise, and only low ones choose a slot.
  return mixed ^ (mixed >>> 15);
}

/** Does the later of the two replace the earlier? */
export function isSameIdentity(one: CurlCookie, other: CurlCookie, behaviour: CurlBehaviour): boolean {
  if (one.hasDomain !== other.hasDomain || (one.hasDomain && one.hostOnly !== other.hostOnly)) return false;
  if ((one.matchPath === undefined) !== (other.matchPath === undefined)) return false;
  const { namesInAnyCase, pathsInAnyCase } = behaviour;
  return (
    equal(one.name, other.name, namesInAnyCase) &&
    equal(one.domain, other.domain, true) &&
    equal(one.matchPath ?? '', other.matchPath ?? '', pathsInAnyCase)
  );
}

function equal(one: ByteString, other: ByteString, inAnyCase: boolean): boolean {
  return one === other || (inAnyCase && lowerCaseAscii(one) === lowerCaseAscii(other));
}

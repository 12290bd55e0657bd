import type { ByteString } from '../cookie/byte-string.ts';

const EMPTY = -1;
/** The hash of nothing. */
export const START = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Finds the place of a cookie by its identity: a table of hashes that holds places only. Two of one hash are told
 * apart by whoever asks.
 */
export interface Identities {
  /** The place that holds this identity already; otherwise `place` is kept for it and nothing comes back. */
  findOrAdd(hash: number, place: number, isSame: (other: number) => boolean): number | undefined;
  /** Some place that is kept under this hash. */
  find(hash: number): number | undefined;
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
    find(hash) {
      let slot = hash & (size - 1);
      for (let place = places[slot] ?? EMPTY; place !== EMPTY; place = places[slot] ?? EMPTY) {
        if (hashes[slot] === hash) return place;
        slot = (slot + 1) & (size - 1);
      }
      return undefined;
    },
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

/** FNV-1a over a stretch of bytes, with letters made small where case does not count. */
export function mixBytes(
  hash: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  inAnyCase: boolean,
): number {
  let mixed = hash;
  for (let at = from; at < to; at++) {
    const code = bytes[at] ?? 0;
    const isCapital = inAnyCase && code >= 0x41 && code <= 0x5a;
    mixed = Math.imul(mixed ^ (isCapital ? code | 0x20 : code), PRIME);
  }
  // The high bits decide little otherwise, and only low ones choose a slot.
  return mixed ^ (mixed >>> 15);
}

/** Are these bytes this text? */
export function isSpelt(text: ByteString, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[from + at]) return false;
  return true;
}

import { createDecipheriv, type Decipher, hash, pbkdf2Sync } from 'node:crypto';

/** A row's value as far as anybody can read it. */
export type ChromiumValue = Uint8Array | 'unreadable';

/** From this version on every value begins with the SHA-256 of its host. */
const HASHED = 24;
const HASH_SIZE = 32;
const PREFIX = Buffer.from('v10');
const BLOCK = 16;
const IV = Buffer.alloc(BLOCK, ' ');

/** On Linux without a keyring the password is known to everybody; some builds have none. */
const DECIPHERS = ['peanuts', ''].map((password) => {
  const key = pbkdf2Sync(password, 'saltysalt', 1, BLOCK, 'sha1');
  return createDecipheriv('aes-128-cbc', key, IV).setAutoPadding(false);
});

/**
 * The value that stands encrypted in a store, where it is with Chromium's well-known password of Linux: proven by the hash in front of it,
 * before there was one by its padding and by being text.
 */
export function chromiumValue(encrypted: Uint8Array, hostKey: Uint8Array, version: number): ChromiumValue {
  if (!Buffer.from(encrypted.subarray(0, PREFIX.length)).equals(PREFIX)) return 'unreadable';
  for (const decipher of DECIPHERS) {
    const plain = decrypted(encrypted.subarray(PREFIX.length), decipher);
    const value = plain && provenValue(plain, hostKey, version);
    if (value !== undefined) return value;
  }
  return 'unreadable';
}

/** One decipher reads all values: in this mode a block depends only on the one before, so that the first of each value is put there again. */
function decrypted(bytes: Uint8Array, decipher: Decipher): Buffer | undefined {
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return undefined;
  const padded = decipher.update(Buffer.concat([IV, bytes])).subarray(BLOCK);
  const padding = padded.at(-1) ?? 0;
  const plain = padded.subarray(0, padded.length - padding);
  // Any other padding is not what this key gives: the value is another one's.
  const isPadding =
    padding > 0 && padding <= BLOCK && padded.subarray(plain.length).every((byte) => byte === padding);
  return isPadding ? plain : undefined;
}

function provenValue(plain: Buffer, hostKey: Uint8Array, version: number): Uint8Array | undefined {
  if (version >= HASHED) {
    return plain.subarray(0, HASH_SIZE).equals(hash('sha256', hostKey, 'buffer'))
      ? plain.subarray(HASH_SIZE)
      : undefined;
  }
  // oxlint-disable-next-line no-control-regex
  return /^[\t\x20-\x7e]*$/.test(plain.toString('latin1')) ? plain : undefined;
}

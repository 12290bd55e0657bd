import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';

/** A row's value as far as anybody can read it. */
export type ChromiumValue = Uint8Array | 'unreadable';

/** From this version on every value begins with the SHA-256 of its host. */
const HASHED = 24;
const HASH_SIZE = 32;
const PREFIX = Buffer.from('v10');
const IV = Buffer.alloc(16, ' ');

/** On Linux without a keyring the password is known to everybody; some builds have none. */
const KEYS = ['peanuts', ''].map((password) => pbkdf2Sync(password, 'saltysalt', 1, 16, 'sha1'));

/**
 * The value that stands encrypted in a store, where it is with Chromium's well-known password of Linux: proven by the hash in front of it,
 * before there was one by its padding and by being text.
 */
export function chromiumValue(encrypted: Uint8Array, hostKey: Uint8Array, version: number): ChromiumValue {
  if (!Buffer.from(encrypted.subarray(0, PREFIX.length)).equals(PREFIX)) return 'unreadable';
  for (const key of KEYS) {
    const plain = decrypted(encrypted.subarray(PREFIX.length), key);
    const value = plain && provenValue(plain, hostKey, version);
    if (value !== undefined) return value;
  }
  return 'unreadable';
}

function decrypted(bytes: Uint8Array, key: Uint8Array): Buffer | undefined {
  if (bytes.length === 0 || bytes.length % 16 !== 0) return undefined;
  const decipher = createDecipheriv('aes-128-cbc', key, IV);
  try {
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch {
    // Its padding is not what this key would give: it is another one's.
    return undefined;
  }
}

function provenValue(plain: Buffer, hostKey: Uint8Array, version: number): Uint8Array | undefined {
  if (version >= HASHED) {
    const hash = createHash('sha256').update(hostKey).digest();
    return plain.subarray(0, HASH_SIZE).equals(hash) ? plain.subarray(HASH_SIZE) : undefined;
  }
  // oxlint-disable-next-line no-control-regex
  return /^[\t\x20-\x7e]*$/.test(plain.toString('latin1')) ? plain : undefined;
}

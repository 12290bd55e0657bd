import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts what the app keeps for itself, with a key that the host got from the system's keychain. */
export interface Sealer {
  seal(bytes: Uint8Array): Uint8Array;
  /** What was sealed; nothing when it was not sealed with this key, or was changed since. */
  open(sealed: Uint8Array): Uint8Array | undefined;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** How many bytes a sealer's key has. */
export const KEY_BYTES = 32;

/** A sealer by AES-256-GCM: a fresh nonce of twelve bytes, the text, the tag of sixteen. */
export function keySealer(key: Uint8Array): Sealer {
  if (key.length !== KEY_BYTES) throw new Error('a key of another length');
  return {
    seal: (bytes) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce);
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed) => {
      if (sealed.length < NONCE + TAG) return undefined;
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      try {
        return Buffer.concat([
          decipher.update(sealed.subarray(NONCE, sealed.length - TAG)),
          decipher.final(),
        ]);
      } catch {
        return undefined;
      }
    },
  };
}

import { createHash } from 'node:crypto';

const SLICE = 1 << 20;

/** The SHA-256 (hex) of `bytes[0, size)`, a mebibyte (well under a millisecond's work) at a time; no byte is copied. */
export function* hashSlices(bytes: Uint8Array, size = bytes.length): Generator<number, string> {
  const hash = createHash('sha256');
  for (let at = 0; at < size; at += SLICE) {
    hash.update(bytes.subarray(at, Math.min(at + SLICE, size)));
    yield at;
  }
  return hash.digest('hex');
}

/** The SHA-256 (hex) of chunks in order, at once. */
export function hashChunks(chunks: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

import { createHash } from 'node:crypto';
import type { FileState } from './file-snapshot.ts';

/** What a document believes to be on disk. */
export interface KnownContent {
  readonly state: FileState;
  /** The SHA-256 (hex) of all of it; asked for only when a stat differs, so that it may be made late. */
  readonly sha256: () => string | Promise<string>;
  /** The bytes, where they are still at hand: comparing takes a fifth of the time of hashing. */
  readonly content?: () => Iterable<Uint8Array> | undefined;
}

/** The SHA-256 (hex) of chunks, made when first asked for. Until then the chunks are kept and must not change. */
export function lazySha256(chunks: Iterable<Uint8Array>): () => string {
  let waiting: Iterable<Uint8Array> | undefined = chunks;
  let sha256 = '';
  return () => {
    if (waiting === undefined) return sha256;
    const hash = createHash('sha256');
    for (const chunk of waiting) hash.update(chunk);
    waiting = undefined;
    sha256 = hash.digest('hex');
    return sha256;
  };
}

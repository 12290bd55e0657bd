import type { FileState } from './file-snapshot.ts';
import { hashChunks } from './hash-content.ts';

/** Content above this size is hashed only when its hash is asked for. */
const QUICK = 1 << 20;
/** A block that shares its memory with more than itself is a view of the document: keeping it costs nothing. */
const COPIES_KEPT = 4 << 20;

/** What a document believes to be on disk. */
export interface KnownContent {
  readonly state: FileState;
  /** The SHA-256 (hex) of all of it; asked for only when a stat differs, so that it may be made late. */
  readonly sha256: () => string | Promise<string>;
  /** The bytes, where they are still at hand: comparing takes a fifth of the time of hashing. */
  readonly content?: () => Iterable<Uint8Array>;
}

/** How content that was just written is known from now on: by its hash, made at once or late, and perhaps by its bytes. */
export function knownContent(blocks: readonly Uint8Array[]): {
  readonly sha256: () => string;
  readonly content?: () => Iterable<Uint8Array>;
} {
  const copies = blocks.filter(({ buffer, byteLength }) => buffer.byteLength === byteLength);
  const copied = copies.reduce((size, { length }) => size + length, 0);
  const size = blocks.reduce((sum, { length }) => sum + length, 0);
  if (size <= QUICK || copied > COPIES_KEPT) {
    const sha256 = hashChunks(blocks);
    return { sha256: () => sha256 };
  }
  let sha256: string | undefined;
  return { sha256: () => (sha256 ??= hashChunks(blocks)), content: () => blocks };
}

import type { FileState } from './file-snapshot.ts';
import { hashChunks, hashSlices } from './hash-content.ts';

/** Content up to this size is hashed at once. */
const QUICK = 1 << 20;
/** A block that shares its memory with more than itself is a view of the document: keeping it costs nothing. */
const COPIES_KEPT = 4 << 20;
/** Mebibytes that are hashed before other work gets its turn: about five milliseconds. */
const SLICES_A_TURN = 8;

/** What a document believes to be on disk. */
export interface KnownContent {
  readonly state: FileState;
  /** The SHA-256 (hex) of all of it; asked for only when a stat differs, so that it may be made late. */
  readonly sha256: () => string | Promise<string>;
  /** The bytes, where they are still at hand: comparing takes a fifth of the time of hashing. */
  readonly content?: () => Iterable<Uint8Array>;
}

/** The hash of content, made once, when it is first asked for and in turns with other work. Until then the blocks are kept. */
export function lateHash(blocks: readonly Uint8Array[]): () => Promise<string> {
  let waiting: readonly Uint8Array[] | undefined = blocks;
  let hash: Promise<string> | undefined;
  return () => {
    if (hash === undefined) hash = hashInTurns(waiting ?? []);
    waiting = undefined;
    return hash;
  };
}

/** How content that was just written is known from now on: by its hash, made at once or late, and perhaps by its bytes. */
export async function knownContent(state: FileState, blocks: readonly Uint8Array[]): Promise<KnownContent> {
  const size = blocks.reduce((sum, { length }) => sum + length, 0);
  if (size <= QUICK) {
    const sha256 = hashChunks(blocks);
    return { state, sha256: () => sha256 };
  }
  const copies = blocks.filter(({ buffer, byteLength }) => buffer.byteLength === byteLength);
  if (copies.reduce((sum, { length }) => sum + length, 0) <= COPIES_KEPT) {
    return { state, sha256: lateHash(blocks), content: () => blocks };
  }
  const sha256 = await hashInTurns(blocks);
  return { state, sha256: () => sha256 };
}

async function hashInTurns(blocks: readonly Uint8Array[]): Promise<string> {
  const work = hashSlices(blocks);
  for (let at = 1; ; at++) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (at % SLICES_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

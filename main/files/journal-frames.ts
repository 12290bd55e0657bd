import { createHash, randomBytes } from 'node:crypto';
import type { Sealer } from './sealer.ts';

/** One record of a journal. */
export interface Frame {
  /** 1 to 255: what it means is the writer's affair. */
  readonly kind: number;
  readonly payload: Uint8Array;
}

/** Reads a part of a journal: fewer bytes than asked for only at its end. */
export type ReadPart = (position: number, length: number) => Promise<Uint8Array>;

const MAGIC = Buffer.from('crumbs-journal1\n', 'latin1');
const HEAD = 32;
const SEALED_AT = MAGIC.length;
const LENGTH_AND_KIND = 5;
const DIGEST = 32;

/** What stands around a frame's payload. */
export const FRAME_OVERHEAD = LENGTH_AND_KIND + DIGEST;

/** The first bytes of a new journal: what it is, whether it is sealed, and fifteen bytes that no other journal has. */
export function journalHead(sealed: boolean): Uint8Array {
  return Buffer.concat([MAGIC, Uint8Array.of(sealed ? 1 : 0), randomBytes(HEAD - MAGIC.length - 1)]);
}

/**
 * Puts frames into bytes. Each carries its length and a SHA-256 over itself and the checksum before it: a frame of another place, of another
 * journal or of an earlier attempt is never taken for one of this place.
 */
export class FrameWriter {
  #chain: Uint8Array;
  readonly #sealer: Sealer | undefined;

  constructor(head: Uint8Array, sealer: Sealer | undefined) {
    this.#chain = sha256([head]);
    this.#sealer = sealer;
  }

  /** Where it stands, for going back there when what was encoded did not come to be on disk. */
  get place(): Uint8Array {
    return this.#chain;
  }

  set place(place: Uint8Array) {
    this.#chain = place;
  }

  /** The bytes of a frame; the next one follows it. */
  encode({ kind, payload }: Frame): Uint8Array {
    const stored = this.#sealer === undefined ? payload : this.#sealer.seal(payload);
    const start = Buffer.alloc(LENGTH_AND_KIND);
    start.writeUInt32BE(stored.length);
    start[LENGTH_AND_KIND - 1] = kind;
    const digest = sha256([this.#chain, start, stored]);
    this.#chain = digest;
    return Buffer.concat([start, stored, digest]);
  }
}

/** How reading a journal ended: at its very end, before bytes that are no whole and sound frame, or at its first byte. */
export type JournalEnd = 'complete' | 'torn' | 'no-journal' | 'sealed';

/** Reads the frames that are whole and sound; what is behind the first that is not counts for nothing. Never throws for what it reads. */
export async function* readFrames(
  read: ReadPart,
  sealer: Sealer | undefined,
): AsyncGenerator<Frame, JournalEnd> {
  const head = await read(0, HEAD);
  const sealed = head[SEALED_AT] ?? 2;
  if (head.length < HEAD || MAGIC.compare(head, 0, MAGIC.length) !== 0 || sealed > 1) return 'no-journal';
  if (sealed === 1 && sealer === undefined) return 'sealed';
  let chain = sha256([head]);
  for (let position = HEAD; ;) {
    const start = await read(position, LENGTH_AND_KIND);
    if (start.length === 0) return 'complete';
    if (start.length < LENGTH_AND_KIND) return 'torn';
    const length = Buffer.from(start).readUInt32BE();
    const rest = await read(position + LENGTH_AND_KIND, length + DIGEST);
    if (rest.length < length + DIGEST) return 'torn';
    const stored = rest.subarray(0, length);
    chain = sha256([chain, start, stored]);
    if (chain.compare(rest, length, length + DIGEST) !== 0) return 'torn';
    const payload = sealed === 1 ? sealer?.open(stored) : stored;
    // Scenario: the system's keychain was reset, and the key of that time is gone.
    if (payload === undefined) return 'sealed';
    yield { kind: start[LENGTH_AND_KIND - 1] ?? 0, payload };
    position += LENGTH_AND_KIND + length + DIGEST;
  }
}

function sha256(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

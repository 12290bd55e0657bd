import { createHash } from 'node:crypto';
import type { FileOps } from './file-ops.ts';

const BLOCK = 1 << 20;
/** Chunks up to this size are gathered; larger ones are handed on as they are. */
const SMALL = 1 << 16;
/** How often a call that was only interrupted is made again. */
const INTERRUPTIONS = 100;

/** The size and SHA-256 (hex) of some content. */
export interface ContentDigest {
  readonly size: number;
  readonly sha256: string;
}

/**
 * The same bytes in blocks of at most a mebibyte. Small chunks are copied together, so that a block is worth a call; large ones are not
 * copied: their bytes must not change while the blocks are in use.
 */
export function contentBlocks(chunks: Iterable<Uint8Array>): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  let gathered: Uint8Array | undefined;
  let used = 0;
  const flush = (): void => {
    if (gathered !== undefined && used > 0) blocks.push(new Uint8Array(gathered.subarray(0, used)));
    used = 0;
  };
  for (const chunk of chunks) {
    if (chunk.length > SMALL) {
      flush();
      for (let at = 0; at < chunk.length; at += BLOCK) blocks.push(chunk.subarray(at, at + BLOCK));
      continue;
    }
    if (used + chunk.length > BLOCK) flush();
    gathered ??= Buffer.allocUnsafeSlow(BLOCK);
    gathered.set(chunk, used);
    used += chunk.length;
  }
  flush();
  return blocks;
}

/** Writes content from the beginning of a file and gives its size. */
export async function writeContent(
  ops: FileOps,
  file: number,
  blocks: readonly Uint8Array[],
): Promise<number> {
  let size = 0;
  for (const block of blocks) {
    await writeBytes({ ops, file, position: size }, block);
    size += block.length;
  }
  return size;
}

/** The bytes in all blocks together. */
export function totalSize(blocks: readonly Uint8Array[]): number {
  return blocks.reduce((size, block) => size + block.length, 0);
}

/** Writes the part of the content between two positions of the file, where it belongs. */
export async function writeRange(
  { ops, file, from, to }: { ops: FileOps; file: number; from: number; to: number },
  blocks: readonly Uint8Array[],
): Promise<void> {
  let at = 0;
  for (const block of blocks) {
    const part = block.subarray(Math.max(0, from - at), Math.max(0, to - at));
    if (part.length > 0) await writeBytes({ ops, file, position: Math.max(at, from) }, part);
    at += block.length;
    if (at >= to) return;
  }
}

/** True when the file holds exactly this content and ends there. */
export async function holdsContent(
  ops: FileOps,
  file: number,
  blocks: readonly Uint8Array[],
): Promise<boolean> {
  const found = Buffer.allocUnsafeSlow(BLOCK);
  let position = 0;
  for (const block of blocks) {
    const part = found.subarray(0, block.length);
    if ((await readFully({ ops, file, position }, part)) !== block.length) return false;
    if (Buffer.compare(part, block) !== 0) return false;
    position += block.length;
  }
  return (await readFully({ ops, file, position }, found.subarray(0, 1))) === 0;
}

/** Reads a file to its end and gives its digest; `onBlock` sees each block before it is overwritten by the next. */
export async function digestFile(
  ops: FileOps,
  file: number,
  onBlock?: (block: Uint8Array, position: number) => Promise<void>,
): Promise<ContentDigest> {
  const hash = createHash('sha256');
  const buffers = [Buffer.allocUnsafeSlow(BLOCK), Buffer.allocUnsafeSlow(BLOCK)] as const;
  let size = 0;
  let turn = 0;
  let ahead = readFully({ ops, file, position: 0 }, buffers[0]);
  for (;;) {
    const count = await ahead;
    if (count === 0) return { size, sha256: hash.digest('hex') };
    const block = (turn === 0 ? buffers[0] : buffers[1]).subarray(0, count);
    turn = 1 - turn;
    const position = size;
    size += count;
    ahead = readFully({ ops, file, position: size }, turn === 0 ? buffers[0] : buffers[1]);
    // Scenario: `onBlock` fails while the read-ahead fails too; that failure must not go unhandled.
    ahead.catch(() => undefined);
    hash.update(block);
    if (onBlock === undefined) continue;
    try {
      await onBlock(block, position);
    } catch (error) {
      await ahead.catch(() => undefined);
      throw error;
    }
  }
}

export interface Place {
  readonly ops: FileOps;
  readonly file: number;
  readonly position: number;
}

/** Writes all of `bytes`. Scenario: a nearly full disk takes a part and reports the count, not an error. */
export async function writeBytes({ ops, file, position }: Place, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const count = await again(() => ops.write(file, bytes.subarray(done), position + done));
    if (count <= 0) throw Object.assign(new Error('the write made no progress'), { code: 'EIO' });
    done += count;
  }
}

/** Reads until `into` is full or the file ends; gives the count. */
export async function readFully({ ops, file, position }: Place, into: Uint8Array): Promise<number> {
  let done = 0;
  while (done < into.length) {
    const count = await again(() => ops.read(file, into.subarray(done), position + done));
    if (count === 0) break;
    done += count;
  }
  return done;
}

/** Makes a call again when it was only interrupted. */
async function again<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if ((code !== 'EINTR' && code !== 'EAGAIN') || tries >= INTERRUPTIONS) throw error;
    }
  }
}

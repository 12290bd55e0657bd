import { createHash, randomBytes } from 'node:crypto';
import { errnoOf } from './file-error.ts';
import type { FileOps } from './file-ops.ts';
import { childOf, type FilePath } from './file-path.ts';

const TRIES = 8;

/** A short name that nobody can foresee, not made from the file's own (which may be as long as names can be). */
export function temporaryName(): string {
  return `.crumbs-${randomBytes(8).toString('hex')}`;
}

/** True for the names that `temporaryName` gives, not for those of copies that must be kept. */
export function isTemporaryName(name: string): boolean {
  return /^\.crumbs-[0-9a-f]{16}$/.test(name);
}

/** True for the names that `safetyName` gives. */
export function isSafetyName(name: string): boolean {
  return /^\.crumbs-old-[0-9a-f]{16}$/.test(name);
}

/** The same for old content of a file, which stays until somebody decides about it; half of it tells whose it is. */
export function safetyName(target: FilePath): string {
  return `.crumbs-old-${safetyKey(target)}${randomBytes(4).toString('hex')}`;
}

/** What the names of all old content of a file have in common: eight digits. */
export function safetyKey(target: FilePath): string {
  return createHash('sha256').update(Buffer.from(target)).digest('hex').slice(0, 8);
}

/** Makes a new, empty file of ours in a folder: 0600, never through a link, never one that was there. */
export async function createTemporary(
  ops: FileOps,
  folder: FilePath,
  newName = temporaryName,
): Promise<{ path: FilePath; file: number }> {
  for (let tries = 1; ; tries++) {
    const path = childOf(folder, newName());
    try {
      return { path, file: await ops.open(path, 'create') };
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST' || tries >= TRIES) throw error;
    }
  }
}

/** Removes a file of ours, trying twice; true when it is gone. */
export async function discard(ops: FileOps, path: FilePath): Promise<boolean> {
  for (let tries = 0; tries < 2; tries++) {
    try {
      await ops.remove(path);
      return true;
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return true;
    }
  }
  return false;
}

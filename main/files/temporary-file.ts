import { createHash, randomBytes } from 'node:crypto';
import { errnoOf } from './file-error.ts';
import type { FileOps } from './file-ops.ts';
import { childOf, type FilePath } from './file-path.ts';
import { ownMark } from './process-mark.ts';

const TRIES = 8;

const TEMPORARY = /^\.crumbs-[0-9a-f]{16}(?:-(?<mark>\d+-\d+-\d+))?$/;
const SAFETY = /^\.crumbs-old-(?<key>[0-9a-f]{8})(?<own>[0-9a-f]{8})(?:-(?<mark>\d+-\d+-\d+))?$/;

/** A short name that nobody can foresee, not made from the file's own (which may be as long as names can be), with the mark of this process. */
export function temporaryName(): string {
  return `.crumbs-${randomBytes(8).toString('hex')}-${ownMark()}`;
}

/** The same for old content of a file, which stays until somebody decides about it: its name tells whose it is. */
export function safetyName(target: FilePath): string {
  return `.crumbs-old-${safetyKey(target)}${randomBytes(4).toString('hex')}-${ownMark()}`;
}

/** What a name that `temporaryName` or `safetyName` gave tells. */
export interface StrayName {
  /** For old content: of which file (see `safetyKey`), and what tells it from others of that file. */
  readonly old?: { readonly key: string; readonly own: string };
  /** The process that made it. */
  readonly mark?: string;
}

/** Reads a name that a save of ours gave; nothing for any other name. */
export function strayName(name: string): StrayName | undefined {
  const old = SAFETY.exec(name)?.groups;
  const groups = old ?? TEMPORARY.exec(name)?.groups;
  if (groups === undefined) return undefined;
  const { mark } = groups;
  return {
    ...(old && { old: { key: old['key'] ?? '', own: old['own'] ?? '' } }),
    ...(mark !== undefined && { mark }),
  };
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

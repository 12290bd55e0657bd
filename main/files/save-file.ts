import { contentBlocks } from './content-blocks.ts';
import { DiskCheck, type ExpectedOnDisk } from './disk-check.ts';
import { whileLocked } from './file-lock.ts';
import type { FileOps } from './file-ops.ts';
import { absolutePath, type FilePath } from './file-path.ts';
import { nodeFileOps } from './node-file-ops.ts';
import { removeStrays } from './remove-strays.ts';
import { saveByRename } from './save-by-rename.ts';
import { saveInPlace } from './save-in-place.ts';
import { type SaveResult, type Saving, step } from './save-step.ts';
import { findTarget, mayRename } from './save-target.ts';

export type { ExpectedOnDisk } from './disk-check.ts';
export type { SaveResult } from './save-step.ts';

export interface SaveRequest {
  readonly path: FilePath;
  /** The whole new content, in order; walked once. Large chunks are not copied: their bytes must stay, also while `known.content` of the result is in use. */
  readonly chunks: Iterable<Uint8Array>;
  readonly expected: ExpectedOnDisk;
  /** Where the copy made before writing in place goes when the file's own folder cannot take it, and the locks of our programs. */
  readonly safetyFolder: FilePath;
  readonly ops?: FileOps;
  readonly platform?: NodeJS.Platform;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Replaces a file by new content or leaves it exactly as it was: there is nothing in between. Failures are AppErrors with step, errno and path. */
export async function saveFile(request: SaveRequest): Promise<SaveResult> {
  const path = absolutePath(request.path);
  const { ops = nodeFileOps, platform = process.platform, wait = pause, safetyFolder } = request;
  const saving: Saving = { ops, platform, wait, safetyFolder, blocks: contentBlocks(request.chunks) };
  const found = await step('find', path, () => findTarget(ops, path));
  return whileLocked({ ops, folder: safetyFolder, path: found.path, wait }, () =>
    saveTarget(saving, path, request),
  );
}

async function saveTarget(saving: Saving, path: FilePath, { expected }: SaveRequest): Promise<SaveResult> {
  const { ops } = saving;
  let target = await step('find', path, () => findTarget(ops, path));
  if (await removeStrays(ops, target)) target = await step('find', path, () => findTarget(ops, path));
  const check = new DiskCheck(ops, target.path, expected);
  if (target.stat === undefined || mayRename(target, target.stat)) {
    const saved = await saveByRename(saving, target, check);
    if (saved !== undefined) return saved;
  }
  return saveInPlace(saving, target, check);
}

/** Looks whether a file still holds what is expected, for a save that has nothing to write; throws what a save would. */
export function checkOnDisk(
  path: FilePath,
  expected: ExpectedOnDisk,
  ops: FileOps = nodeFileOps,
): Promise<void> {
  return step('check', path, () => new DiskCheck(ops, path, expected).look());
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

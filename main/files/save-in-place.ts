import { AppError } from '#shared/api/app-error.ts';
import {
  type ContentDigest,
  digestFile,
  holdsContent,
  totalSize,
  writeBytes,
  writeRange,
} from './content-blocks.ts';
import type { DiskCheck } from './disk-check.ts';
import { displayPath, type FilePath, folderOf } from './file-path.ts';
import { sameFile, stateOf } from './file-snapshot.ts';
import { knownContent } from './known-content.ts';
import { ignored } from './read-file.ts';
import { type SaveResult, type Saving, step, stepError, syncFile, syncFolder } from './save-step.ts';
import type { SaveTarget } from './save-target.ts';
import { createTemporary, discard, safetyName } from './temporary-file.ts';

/** A verified copy of what was on disk. */
interface SafetyCopy extends ContentDigest {
  readonly path: FilePath;
}

interface InPlace {
  readonly saving: Saving;
  readonly target: SaveTarget;
  readonly check: DiskCheck;
  /** The target, open for reading and writing. */
  readonly file: number;
}

/**
 * Writes into the file itself, after a verified copy of it was made: for hard links, foreign owners, mount points and folders that take no
 * new file. When a step fails the old bytes are written back. Only a crash in the middle leaves a mixed file; the copy is still there then.
 */
export async function saveInPlace(saving: Saving, target: SaveTarget, check: DiskCheck): Promise<SaveResult> {
  const { ops } = saving;
  const file = await step('write', target.path, () => ops.open(target.path, 'update'));
  let open = true;
  try {
    const writing = { saving, target, check, file };
    await step('check', target.path, () => check.look());
    const safety = await copyToSafety(writing);
    let result: SaveResult;
    try {
      result = await overwrite(writing, safety);
      open = false;
      await step('close', target.path, () => ops.close(file));
    } catch (error) {
      throw await restore(writing, { safety, error, open });
    }
    if (await discard(ops, safety.path)) return result;
    return { ...result, safetyCopy: safety.path };
  } finally {
    if (open) await ops.close(file).catch(ignored);
  }
}

/** Copies the target beside it, or into the safety folder, and reads the copy back. */
async function copyToSafety({ saving, target, check, file }: InPlace): Promise<SafetyCopy> {
  const { ops } = saving;
  const name = (): string => safetyName(target.path);
  const safety = await step('safety', target.path, async () => {
    try {
      return await createTemporary(ops, target.folder, name);
    } catch {
      // The folder takes no file of ours: that is one of the reasons for being here.
      await ops.makeFolder(saving.safetyFolder);
      return createTemporary(ops, saving.safetyFolder, name);
    }
  });
  try {
    const digest = await step('safety', safety.path, async () => {
      const copied = await digestFile(ops, file, (block, position) =>
        writeBytes({ ops, file: safety.file, position }, block),
      );
      await syncFile(ops, safety.file);
      const found = await digestFile(ops, safety.file);
      if (found.sha256 !== copied.sha256) throw new AppError('verify-failed', about('safety', safety.path));
      return copied;
    });
    await step('safety', safety.path, () => ops.close(safety.file));
    await syncFolder(saving, folderOf(safety.path));
    await step('check', target.path, async () => {
      const stat = await ops.stat(file);
      const same =
        check.seen !== undefined && sameFile(stat, check.seen) && stat.mtimeNs === check.seen.mtimeNs;
      if (!same || !check.accepts(digest.sha256)) {
        throw new AppError('document-changed-on-disk', { path: displayPath(target.path), state: 'changed' });
      }
    });
    return { path: safety.path, ...digest };
  } catch (error) {
    await ops.close(safety.file).catch(ignored);
    await discard(ops, safety.path);
    throw error;
  }
}

/** Space first: what goes behind the old end is written before anything old is touched. */
async function overwrite({ saving, target, file }: InPlace, safety: SafetyCopy): Promise<SaveResult> {
  const { ops, blocks } = saving;
  const size = totalSize(blocks);
  await step('write', target.path, async () => {
    if (size > safety.size) {
      await writeRange({ ops, file, from: safety.size, to: size }, blocks);
      await syncFile(ops, file);
    }
    await writeRange({ ops, file, from: 0, to: Math.min(size, safety.size) }, blocks);
    if (size < safety.size) await ops.truncate(file, size);
  });
  const synced = await step('sync', target.path, () => syncFile(ops, file));
  return step('verify', target.path, async () => {
    if (!(await holdsContent(ops, file, blocks)))
      throw new AppError('verify-failed', about('verify', target.path));
    const state = stateOf(target.path, await ops.stat(file));
    return { known: await knownContent(state, blocks), strategy: 'in-place', durabilityUncertain: !synced };
  });
}

/** Writes the old bytes back; the error to throw then. Where that fails too, the error says where the old bytes are. */
async function restore(
  { saving, target, file }: InPlace,
  { safety, error, open }: { safety: SafetyCopy; error: unknown; open: boolean },
): Promise<unknown> {
  const { ops } = saving;
  try {
    const to = open ? file : await ops.open(target.path, 'update');
    try {
      const from = await ops.open(safety.path, 'read');
      try {
        await digestFile(ops, from, (block, position) => writeBytes({ ops, file: to, position }, block));
      } finally {
        await ops.close(from).catch(ignored);
      }
      await ops.truncate(to, safety.size);
      await syncFile(ops, to);
      if ((await digestFile(ops, to)).sha256 !== safety.sha256) {
        throw new AppError('verify-failed', about('restore', target.path));
      }
    } finally {
      if (!open) await ops.close(to).catch(ignored);
    }
    await discard(ops, safety.path);
    return error;
  } catch (failure) {
    const first = stepError(error, 'write', target.path);
    const data = { ...first.data, oldContent: displayPath(safety.path) };
    return new AppError(first.code, data, { cause: failure });
  }
}

function about(name: string, path: FilePath): { step: string; path: string } {
  return { step: name, path: displayPath(path) };
}

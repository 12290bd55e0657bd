import { AppError } from '#shared/api/app-error.ts';
import { holdsContent, writeContent } from './content-blocks.ts';
import type { DiskCheck } from './disk-check.ts';
import { errnoOf, fileError } from './file-error.ts';
import type { FileStat } from './file-ops.ts';
import { childOf, displayPath, type FilePath } from './file-path.ts';
import { sameFile, stateOf } from './file-snapshot.ts';
import { knownContent } from './known-content.ts';
import { ignored } from './read-file.ts';
import {
  allOf,
  isUnsupported,
  makePrivate,
  patiently,
  type SaveResult,
  type Saving,
  step,
  stepError,
  syncFile,
  syncFolder,
  takeOver,
} from './save-step.ts';
import { mayRename, type SaveTarget } from './save-target.ts';
import { createTemporary, discard, safetyName } from './temporary-file.ts';

/** Errnos of making a file in a folder that takes none of ours. */
const FOLDER_REFUSES: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG']);
/** Errnos of a rename that no repetition will mend: a mount point, another file system, an immutable file, a sticky folder. */
const RENAME_REFUSED: ReadonlySet<string> = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES']);
/** Errnos of hard links where the file system or the system's policy has none. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EMLINK', 'EXDEV', 'EISDIR', 'UNKNOWN']);

/** A finished temporary file: written, on the disk, read back, with the target's mode, closed. */
interface Prepared {
  readonly path: FilePath;
  readonly stat: FileStat;
  readonly synced: boolean;
  /** A moment of the disk's own clock before the target was looked at. */
  readonly began: bigint;
}

/**
 * Writes a temporary file beside the target and puts it in the target's place in one step. On failure the target is what it was and the
 * temporary file is gone. Nothing is done, and undefined given, where only writing into the file can work.
 */
export async function saveByRename(
  saving: Saving,
  target: SaveTarget,
  check: DiskCheck,
): Promise<SaveResult | undefined> {
  const { ops } = saving;
  let temporary: { path: FilePath; file: number };
  try {
    temporary = await createTemporary(ops, target.folder);
  } catch (error) {
    if (target.stat !== undefined && FOLDER_REFUSES.has(errnoOf(error) ?? '')) return undefined;
    throw fileError(error, {
      step: 'create',
      path: target.path,
      otherwise: 'write-failed',
      data: { folder: displayPath(target.folder) },
    });
  }
  try {
    const prepared = await prepare({ saving, target, check }, temporary);
    if (prepared === undefined) return undefined;
    return await (check.seen === undefined
      ? putNew({ saving, target, check }, prepared)
      : putInPlaceOf({ saving, target, check }, prepared));
  } finally {
    await discard(ops, temporary.path);
  }
}

interface Replacing {
  readonly saving: Saving;
  readonly target: SaveTarget;
  readonly check: DiskCheck;
}

async function prepare(
  { saving, target, check }: Replacing,
  { path, file }: { path: FilePath; file: number },
): Promise<Prepared | undefined> {
  const { ops, blocks } = saving;
  let open = true;
  try {
    const size = await step('write', path, () => writeContent(ops, file, blocks));
    const { mtimeNs: began } = await step('verify', path, () => ops.stat(file));
    let synced = true;
    let listed = false;
    // The disk is slow and the processor is not: reading back and looking at the target go on while the data sinks.
    await allOf(
      step('sync', path, async () => {
        synced = await syncFile(ops, file);
      }),
      step('verify', path, async () => {
        if (!(await holdsContent(ops, file, blocks)))
          throw new AppError('verify-failed', about('verify', path));
      }),
      step('check', target.path, () => check.look()),
      step('check', target.path, async () => {
        listed = target.stat !== undefined && (await hasList(saving, target, file));
      }),
    );
    const { seen } = check;
    if (seen !== undefined && (listed || !mayRename(target, seen))) return undefined;
    const fits = await step('mode', path, async () => {
      if (seen !== undefined) return takeOver(ops, file, seen);
      await makePrivate(ops, file);
      return true;
    });
    if (!fits) return undefined;
    const stat = await step('verify', path, () => ops.stat(file));
    if (stat.size !== size) throw new AppError('verify-failed', about('verify', path));
    open = false;
    await step('close', path, () => ops.close(file));
    return { path, stat, synced, began };
  } finally {
    if (open) await ops.close(file).catch(ignored);
  }
}

/**
 * Whether the target has an access list, which a rename would drop, or the new file has got one from its folder, by which more people might read
 * it than could read the old one.
 */
async function hasList({ ops }: Saving, target: SaveTarget, fresh: number): Promise<boolean> {
  const file = await ops.open(target.path, 'read');
  try {
    return await ops.hasAccessList([file, fresh]);
  } finally {
    await ops.close(file).catch(ignored);
  }
}

/** Gives a new file its name without ever replacing one that came to be meanwhile. */
async function putNew({ saving, target, check }: Replacing, prepared: Prepared): Promise<SaveResult> {
  const { ops } = saving;
  await step('check', target.path, () => check.lookAgain(prepared.began));
  await step('rename', target.path, async () => {
    try {
      await ops.link(prepared.path, target.path);
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') {
        const data = { path: displayPath(target.path), state: 'exists' };
        throw new AppError('document-changed-on-disk', data, { cause: error });
      }
      if (!isUnsupported(error) && !NO_LINKS.has(errnoOf(error) ?? '')) throw error;
      await patiently(saving, () => ops.rename(prepared.path, target.path));
    }
  });
  try {
    await discard(ops, prepared.path);
    return await confirm({ saving, target, check }, prepared, 'created');
  } catch (error) {
    if (!isReplaced(error)) await discard(ops, target.path);
    throw error;
  }
}

/** Replaces the target, keeping its bytes under a second name until the new ones were read back through the target's. */
async function putInPlaceOf(replacing: Replacing, prepared: Prepared): Promise<SaveResult | undefined> {
  const { saving, target, check } = replacing;
  const { ops } = saving;
  await step('check', target.path, () => check.lookAgain(prepared.began));
  const safety = await step('safety', target.path, () => keepOld(replacing));
  let kept = safety;
  try {
    try {
      await patiently(saving, () => ops.rename(prepared.path, target.path));
    } catch (error) {
      if (saving.platform !== 'win32' && RENAME_REFUSED.has(errnoOf(error) ?? '')) return undefined;
      throw stepError(error, 'rename', target.path);
    }
    try {
      if (safety !== undefined) await refuseLateWriter(replacing, safety);
      const result = await confirm(replacing, prepared, 'renamed');
      if (!result.durabilityUncertain || safety === undefined) return result;
      kept = undefined;
      return { ...result, safetyCopy: safety };
    } catch (error) {
      if (isReplaced(error) || safety === undefined) throw error;
      kept = undefined;
      throw await putBack(replacing, safety, error);
    }
  } finally {
    if (kept !== undefined) await discard(ops, kept);
  }
}

/** A second name for the old file, one that nothing removes by itself, or undefined where the file system has no hard links. */
async function keepOld({ saving, target, check }: Replacing): Promise<FilePath | undefined> {
  const { ops } = saving;
  const safety = childOf(target.folder, safetyName(target.path));
  try {
    await ops.link(target.path, safety);
  } catch (error) {
    if (isUnsupported(error) || NO_LINKS.has(errnoOf(error) ?? '')) return undefined;
    if (errnoOf(error) === 'ENOENT') throw changed(target.path, 'gone');
    throw error;
  }
  try {
    // The file that got the second name, and, last of all before the rename, the one that has the first.
    for (const path of [safety, target.path]) {
      const stat = await ops.statLink(path);
      if (check.seen === undefined || !isUntouched(stat, check.seen)) throw changed(target.path);
    }
    return safety;
  } catch (error) {
    await discard(ops, safety);
    throw error;
  }
}

/** Scenario: another program had the old file open and wrote into it between the last look and the rename. */
async function refuseLateWriter({ saving, target, check }: Replacing, safety: FilePath): Promise<void> {
  const untouched = await step('check', safety, async () => {
    const stat = await saving.ops.statLink(safety);
    if (check.seen === undefined || !isUntouched(stat, check.seen)) return false;
    return check.vouched || (await check.isExpected(safety));
  });
  if (!untouched) throw changed(target.path);
}

/** Content that a stat can see, and the inode; the change time is left out, since making a link moves it. */
function isUntouched(one: FileStat, other: FileStat): boolean {
  return sameFile(one, other) && one.size === other.size && one.mtimeNs === other.mtimeNs;
}

/** Brings the name to the disk and reads the file back through it. */
async function confirm(
  { saving, target }: Replacing,
  prepared: Prepared,
  strategy: SaveResult['strategy'],
): Promise<SaveResult> {
  const { ops, blocks } = saving;
  let folderSynced = true;
  let stat = prepared.stat;
  await allOf(
    syncFolder(saving, target.folder).then((synced) => {
      folderSynced = synced;
    }),
    step('verify', target.path, async () => {
      const file = await ops.open(target.path, 'read');
      try {
        stat = await ops.stat(file);
        if (!isUntouched(stat, prepared.stat)) throw changed(target.path, 'replaced');
        const same = await holdsContent(ops, file, blocks);
        stat = await ops.stat(file);
        if (same) return;
        if (!isUntouched(stat, prepared.stat)) throw changed(target.path, 'replaced');
        throw new AppError('verify-failed', about('verify', target.path));
      } finally {
        await ops.close(file).catch(ignored);
      }
    }),
  );
  return {
    known: await knownContent(stateOf(target.path, stat), blocks),
    strategy,
    durabilityUncertain: !folderSynced || !prepared.synced,
  };
}

/** Gives the old file its name back; the error to throw then. Where it cannot be, the error says where the old bytes are. */
async function putBack({ saving, target }: Replacing, safety: FilePath, error: unknown): Promise<unknown> {
  try {
    await patiently(saving, () => saving.ops.rename(safety, target.path));
    await syncFolder(saving, target.folder);
    return error;
  } catch (failure) {
    if (!(error instanceof AppError)) return error;
    return new AppError(error.code, { ...error.data, oldContent: displayPath(safety) }, { cause: failure });
  }
}

/** What happened on disk. `replaced`: our bytes were in place when another program put its own there, which must stay. */
function changed(path: FilePath, state: 'changed' | 'gone' | 'replaced' = 'changed'): AppError {
  return new AppError('document-changed-on-disk', { path: displayPath(path), state });
}

function isReplaced(error: unknown): boolean {
  return error instanceof AppError && error.data['state'] === 'replaced';
}

function about(name: string, path: FilePath): { step: string; path: string } {
  return { step: name, path: displayPath(path) };
}

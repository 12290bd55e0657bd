import { constants } from 'node:fs';
import { chmod, copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import { errnoOf, fileError } from '../files/file-error.ts';
import type { FileOps } from '../files/file-ops.ts';
import { childOf, displayPath, type FilePath, nameOf } from '../files/file-path.ts';
import { type FileState, sameMoment, stateOf } from '../files/file-snapshot.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { isRunning, ownMark } from '../files/process-mark.ts';
import { refuseOdd } from '../files/read-file.ts';

/** A database in a folder that only this person can enter. */
export interface DatabaseCopy {
  readonly file: string;
  /** What the database was on disk when it was copied. */
  readonly state: FileState;
  /** Seconds since 1970. */
  readonly takenAt: number;
}

/** What a running program has not yet brought into the database, and what it takes to undo what it has half done. */
const COMPANIONS = ['-wal', '-journal'];
const ATTEMPTS = 5;
const PAUSE_MS = 60;
const PREFIX = 'crumbs-store-';
const NAME = 'store';

/** Copies one file; a seam for tests. */
export type CopyFile = (from: FilePath, to: string) => Promise<void>;

/** Gives a copy of a database to work with, and deletes it afterwards. The database itself is never opened: that alone can change it. */
export async function withDatabaseCopy<Result>(
  path: FilePath,
  work: (copy: DatabaseCopy) => Promise<Result>,
  copy: CopyFile = copyPlainly,
): Promise<Result> {
  return inPrivateFolder(async (folder) => work(await copyInto(folder, path, copy)));
}

/** The same for a database that has no file. */
export async function withDatabaseBytes<Result>(
  bytes: Uint8Array,
  work: (file: string) => Promise<Result>,
): Promise<Result> {
  return inPrivateFolder(async (folder) => {
    const file = join(folder, NAME);
    await writeFile(file, bytes, { mode: 0o600 });
    return work(file);
  });
}

async function inPrivateFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  await removeForgotten();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${ownMark()}-`)).catch((error: unknown) => {
    throw fileError(error, { step: 'create', path: tmpdir(), otherwise: 'write-failed' });
  });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Scenario: the program was killed while it had a copy. */
async function removeForgotten(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const mark = name.startsWith(PREFIX) ? name.slice(PREFIX.length).replace(/-[^-]*$/, '') : undefined;
    if (mark === undefined || isRunning(mark)) continue;
    // Somebody else's cannot be removed, and need not be.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Until nothing was written to any of its files meanwhile. */
async function copyInto(folder: string, path: FilePath, copy: CopyFile): Promise<DatabaseCopy> {
  const ops = nodeFileOps;
  try {
    const real = await ops.realPath(path);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const before = await statesOf(ops, real);
      const takenAt = Math.floor(Date.now() / 1000);
      for (const { from, to } of before) await copy(from, join(folder, to));
      const after = await statesOf(ops, real);
      const [database] = before;
      if (database !== undefined && agree(before, after)) {
        return { file: join(folder, NAME), state: database.state, takenAt };
      }
      for (const { to } of before) await rm(join(folder, to), { force: true });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    }
  } catch (error) {
    throw fileError(error, { step: 'read', path, otherwise: 'read-failed' });
  }
  throw new AppError('file-changed-while-reading', { step: 'read', path: displayPath(path) });
}

interface CopiedFile {
  readonly from: FilePath;
  readonly to: string;
  readonly state: FileState;
}

/** The database and those of its companions that are there. They must have the names that belong together. */
async function statesOf(ops: FileOps, real: FilePath): Promise<readonly CopiedFile[]> {
  const stat = await ops.statPath(real);
  refuseOdd(stat, real);
  const files: CopiedFile[] = [{ from: real, to: NAME, state: stateOf(real, stat) }];
  for (const companion of COMPANIONS) {
    const name = nameOf(real);
    const from = childOf(
      childOf(real, '..'),
      typeof name === 'string' ? name + companion : Buffer.concat([name, Buffer.from(companion)]),
    );
    const beside = await ops.statPath(from).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (beside?.kind === 'file') files.push({ from, to: NAME + companion, state: stateOf(from, beside) });
  }
  return files;
}

function agree(before: readonly CopiedFile[], after: readonly CopiedFile[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ to, state }, at) => {
      const other = after[at];
      return other !== undefined && other.to === to && sameMoment(state, other.state);
    })
  );
}

async function copyPlainly(from: FilePath, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await chmod(to, 0o600);
}

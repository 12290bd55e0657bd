import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import { readFully, writeBytes } from './content-blocks.ts';
import { errnoOf } from './file-error.ts';
import type { FileOps } from './file-ops.ts';
import { childOf, displayPath, type FilePath } from './file-path.ts';
import { makePrivateFolder } from './private-folder.ts';
import { isRunning, ownMark } from './process-mark.ts';
import { ignored } from './read-file.ts';
import { discard } from './temporary-file.ts';

/** What a lock is for, and how it is waited for. */
export interface LockRequest {
  readonly ops: FileOps;
  /** The programs that share this folder respect each other. */
  readonly folder: FilePath;
  /** The file to be written, where it really is. */
  readonly path: FilePath;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const PATIENCE_MS = 3_000;
const LOOK_MS = 50;
/** Removing a dead lock takes no time: who is at it for longer is gone as well. */
const REMOVED_MS = 10_000;
const MOST_BYTES = 400;
const CONTENT = /^(\d+-\d+-\d+) ([0-9a-f]{16}) ([ -~]{0,200})\n$/;

/** The locks that this process holds, and all that it ever had, by token: any other one that bears its mark was left behind. */
const held = new Set<string>();
const given = new Set<string>();

/**
 * Does work while no other program of ours writes the same file. A program that is gone holds nothing. Who has to wait for longer than a moment hears
 * who holds the file. Reading asks for no lock, and where no lock can be had (a full or read-only data folder) work goes on without: what keeps bytes
 * safe is the saver.
 */
export async function whileLocked<T>(request: LockRequest, work: () => Promise<T>): Promise<T> {
  const token = randomBytes(8).toString('hex');
  const lock = await acquire(request, token);
  try {
    return await work();
  } finally {
    // A lock that cannot be removed is held on to: it has its name still.
    if (lock === undefined || (await discard(request.ops, lock))) held.delete(token);
  }
}

async function acquire(request: LockRequest, token: string): Promise<FilePath | undefined> {
  const { ops, folder, path: target, wait } = request;
  const key = createHash('sha256').update(Buffer.from(target)).digest('hex').slice(0, 32);
  const lock = childOf(folder, `${key}.lock`);
  try {
    await makePrivateFolder(ops, folder);
    for (let waited = 0; ; waited += LOOK_MS) {
      if (await take(ops, lock, token)) return lock;
      const holder = await holderOf(ops, lock);
      if (holder === undefined) continue;
      if (waited >= PATIENCE_MS)
        throw new AppError('file-locked', { step: 'lock', path: displayPath(target), holder });
      await wait(LOOK_MS);
    }
  } catch (error) {
    if (error instanceof AppError && error.data['step'] === 'lock') throw error;
    if (!(error instanceof AppError) && errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

/** True when the lock is ours now; false when there is one already. It has its name only once it says whose it is. */
async function take(ops: FileOps, lock: FilePath, token: string): Promise<boolean> {
  const written = besides(lock, token);
  const file = await ops.open(written, 'create');
  try {
    try {
      await writeBytes({ ops, file, position: 0 }, Buffer.from(`${ownMark()} ${token} ${programName()}\n`));
    } finally {
      await ops.close(file).catch(ignored);
    }
    held.add(token);
    given.add(token);
    await ops.link(written, lock);
    return true;
  } catch (error) {
    held.delete(token);
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await discard(ops, written);
  }
}

/** Who holds a lock, in words; nothing when nobody does (any more). What a program left that is gone is removed. */
async function holderOf(ops: FileOps, lock: FilePath): Promise<string | undefined> {
  const found = await read(ops, lock);
  if (found === undefined || found.holder !== undefined) return found?.holder;
  return (await removeDead(ops, lock, found.token)) ? undefined : UNNAMED;
}

const UNNAMED = 'another program of Crumbs';

/**
 * Removes a lock that nobody holds, if it still is one: of several programs that find it, one is at it at a time, or the
 * second would remove what the third has just taken. False when another one is.
 */
async function removeDead(ops: FileOps, lock: FilePath, token: string): Promise<boolean> {
  const remover = besides(lock, 'remove');
  const file = await ops.open(remover, 'create').catch((error: unknown) => {
    if (errnoOf(error) === 'EEXIST') return undefined;
    throw error;
  });
  if (file === undefined) {
    const age = await ageOf(ops, remover);
    if (age !== undefined && age > REMOVED_MS) await discard(ops, remover);
    return false;
  }
  await ops.close(file).catch(ignored);
  try {
    const found = await read(ops, lock);
    if (found?.holder === undefined && found?.token === token) await discard(ops, lock);
    return true;
  } finally {
    await discard(ops, remover);
  }
}

const besides = (lock: FilePath, what: string): FilePath => `${displayPath(lock)}.${what}`;

async function ageOf(ops: FileOps, path: FilePath): Promise<number | undefined> {
  const file = await ops.open(path, 'read').catch(ignored);
  if (file === undefined) return undefined;
  try {
    return Date.now() - Number((await ops.stat(file)).mtimeNs / 1_000_000n);
  } finally {
    await ops.close(file).catch(ignored);
  }
}

interface Found {
  /** Nothing where whoever had the lock is gone. */
  readonly holder: string | undefined;
  readonly token: string;
}

/** What a lock says; nothing where there is none. */
async function read(ops: FileOps, lock: FilePath): Promise<Found | undefined> {
  const file = await ops.open(lock, 'read').catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  try {
    const bytes = Buffer.alloc(MOST_BYTES);
    const count = await readFully({ ops, file, position: 0 }, bytes);
    const [, mark = '', token = '', name = ''] = CONTENT.exec(bytes.toString('latin1', 0, count)) ?? [];
    const isOwn = mark === ownMark();
    // It was given back while it was read.
    if (isOwn && given.has(token) && !held.has(token)) return undefined;
    const alive = isOwn ? held.has(token) : mark !== '' && isRunning(mark);
    return { holder: alive ? `${name} (process ${mark.split('-')[0]})` : undefined, token };
  } finally {
    await ops.close(file).catch(ignored);
  }
}

/** This program as a person knows it: "crumbs serve", "the Crumbs window". */
function programName(): string {
  if (process.versions['electron'] !== undefined) return 'the Crumbs window';
  const command = path.basename(process.argv[2] ?? '');
  return /^[a-z-]{2,20}$/.test(command) && command === process.argv[2] ? `crumbs ${command}` : 'crumbs';
}

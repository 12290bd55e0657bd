import type { Progress } from '#shared/table/progress.ts';
import type { FileOps } from '../files/file-ops.ts';
import { displayPath, type FilePath } from '../files/file-path.ts';
import type { FileState } from '../files/file-snapshot.ts';
import { ignored, openRegular } from '../files/read-file.ts';
import { type CopyFile, withDatabaseBytes, withDatabaseCopy } from './database-copy.ts';
import { readStore, type StoreImage } from './read-store.ts';
import { loadSqlite } from './sqlite.ts';

/** What is known of a store beside its cookies: the document is a copy of that moment. */
export interface StoreFacts {
  /** Seconds since 1970. */
  readonly takenAt: number;
  /** The version of its tables, where it is newer than any that is known. */
  readonly newerSchema?: number;
  /** Whose it is, for people: "Firefox profile default-release". */
  readonly place?: string;
}

/** A store that was read, as an image that its format takes. */
export interface ReadStoreFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly state: FileState;
  readonly facts: StoreFacts;
}

/** Runs work to its end, in slices or straight through. */
type Run = <Result>(work: Generator<Progress, Result>) => Result | Promise<Result>;

const MAGIC = Buffer.from('SQLite format 3\0');

/** Are these the first bytes of a database? */
export function isDatabase(bytes: Uint8Array): boolean {
  return MAGIC.equals(bytes.subarray(0, MAGIC.length));
}

/** Is the file a database? What cannot be opened is told by whoever reads it. */
export async function isDatabaseFile(ops: FileOps, path: FilePath): Promise<boolean> {
  const opened = await openRegular(ops, path).catch(ignored);
  if (opened === undefined) return false;
  const head = new Uint8Array(MAGIC.length);
  try {
    await ops.read(opened.file, head, 0);
  } catch {
    return false;
  } finally {
    await ops.close(opened.file).catch(ignored);
  }
  return isDatabase(head);
}

/** Reads the cookies of a browser's store from a copy of it. */
export async function readDatabaseFile(path: FilePath, run: Run, copy?: CopyFile): Promise<ReadStoreFile> {
  const sqlite = await loadSqlite();
  return withDatabaseCopy(
    path,
    async ({ file, state, takenAt }) => {
      const image = await run(readStore(sqlite, file, displayPath(path)));
      return { bytes: image.bytes, state, facts: { takenAt, ...newerSchema(image) } };
    },
    copy,
  );
}

/** The same for one that has no file. */
export async function readDatabaseBytes(
  bytes: Uint8Array,
  name: string,
  run: Run,
): Promise<Pick<ReadStoreFile, 'bytes' | 'facts'>> {
  const sqlite = await loadSqlite();
  return withDatabaseBytes(bytes, async (file) => {
    const takenAt = Math.floor(Date.now() / 1000);
    const image = await run(readStore(sqlite, file, name));
    return { bytes: image.bytes, facts: { takenAt, ...newerSchema(image) } };
  });
}

function newerSchema({ newer, version }: StoreImage): Pick<StoreFacts, 'newerSchema'> {
  return newer ? { newerSchema: version } : {};
}

import type { FilePath } from './file-path.ts';

/** What the system says of a file; numbers that can pass 2^53 are bigint. */
export interface FileStat {
  readonly kind: 'file' | 'folder' | 'link' | 'pipe' | 'socket' | 'device';
  readonly size: number;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly ino: bigint;
  readonly dev: bigint;
  /** Permission bits only (0o7777). */
  readonly mode: number;
  readonly links: number;
  readonly uid: number;
  readonly gid: number;
}

/** How a file is opened; every way refuses to wait for a pipe's other end. */
export type OpenWay =
  /** Reading only. */
  | 'read'
  /** Reading and writing an existing file, never through a symbolic link in the last part. */
  | 'update'
  /** A new file, 0600 at most, that must not exist; never through a symbolic link. */
  | 'create'
  /** A folder, to be synchronised. */
  | 'folder';

/** The file calls that reading, saving and watching are made of: the seam where faults are put in. Errors are Node's. */
export interface FileOps {
  open(path: FilePath, way: OpenWay): Promise<number>;
  close(file: number): Promise<void>;
  /** How many bytes were read into `into`, from `position` of the file; 0 is its end. */
  read(file: number, into: Uint8Array, position: number): Promise<number>;
  /** How many bytes of `from` were written at `position`: perhaps fewer than given. */
  write(file: number, from: Uint8Array, position: number): Promise<number>;
  stat(file: number): Promise<FileStat>;
  sync(file: number): Promise<void>;
  truncate(file: number, size: number): Promise<void>;
  changeMode(file: number, mode: number): Promise<void>;
  changeGroup(file: number, uid: number, gid: number): Promise<void>;
  /** Whether one of these files has an access list beside its mode. False where the system cannot tell. */
  hasAccessList(files: readonly number[]): Promise<boolean>;
  statPath(path: FilePath): Promise<FileStat>;
  /** Of a link itself, not of what it points to. */
  statLink(path: FilePath): Promise<FileStat>;
  readLink(path: FilePath): Promise<FilePath>;
  realPath(path: FilePath): Promise<FilePath>;
  link(existing: FilePath, added: FilePath): Promise<void>;
  rename(from: FilePath, to: FilePath): Promise<void>;
  remove(path: FilePath): Promise<void>;
  /** Makes a folder and its parents, 0700; fine when it exists. */
  makeFolder(path: FilePath): Promise<void>;
  /** Rejects when this person may not write to the file. */
  mayWrite(path: FilePath): Promise<void>;
  list(folder: FilePath): Promise<readonly FilePath[]>;
}

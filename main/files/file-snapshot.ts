import type { FileStat } from './file-ops.ts';
import type { FilePath } from './file-path.ts';

/** A file at one moment, without its content. */
export interface FileState {
  /** Where the file really is, symbolic links followed. */
  readonly realPath: FilePath;
  readonly size: number;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly ino: bigint;
  readonly dev: bigint;
  /** Permission bits. */
  readonly mode: number;
  readonly links: number;
  readonly uid: number;
  readonly gid: number;
}

/** A file at one moment, with the SHA-256 (hex) of all its bytes. */
export interface FileSnapshot extends FileState {
  readonly sha256: string;
}

/** The state that a stat of `realPath` describes. */
export function stateOf(realPath: FilePath, stat: FileStat): FileState {
  const { size, mtimeNs, ctimeNs, ino, dev, mode, links, uid, gid } = stat;
  return { realPath, size, mtimeNs, ctimeNs, ino, dev, mode, links, uid, gid };
}

type Moment = Pick<FileState, 'size' | 'mtimeNs' | 'ctimeNs' | 'ino' | 'dev'>;

/** True when nothing that a stat can show happened to the file between the two. */
export function sameMoment(one: Moment, other: Moment): boolean {
  return (
    sameFile(one, other) &&
    one.size === other.size &&
    one.mtimeNs === other.mtimeNs &&
    one.ctimeNs === other.ctimeNs
  );
}

/** True when both are the same file on disk, whatever it holds. */
export function sameFile(one: Pick<Moment, 'ino' | 'dev'>, other: Pick<Moment, 'ino' | 'dev'>): boolean {
  return one.ino === other.ino && one.dev === other.dev;
}

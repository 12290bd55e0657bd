import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/api/app-error.ts';
import { absolutePath, displayName, displayPath, type FilePath, folderOf } from './file-path.ts';

/** The files that a host let the engine touch, under names that tell a page nothing. */
export class FileHandles {
  readonly #paths = new Map<string, FilePath>();
  readonly #handles = new Map<string, string>();

  /** A handle for a path; the same path gives the same handle. */
  grant(path: FilePath): string {
    const absolute = absolutePath(path);
    const key = Buffer.from(absolute).toString('latin1');
    const known = this.#handles.get(key);
    if (known !== undefined) return known;
    const handle = `h${randomBytes(16).toString('hex')}`;
    this.#paths.set(handle, absolute);
    this.#handles.set(key, handle);
    return handle;
  }

  /** The absolute path behind a handle. */
  path(handle: string): FilePath {
    const path = this.#paths.get(handle);
    if (path === undefined) throw new AppError('handle-unknown');
    return path;
  }

  /** The file's name, for a tab. */
  title(handle: string): string {
    return displayName(this.path(handle));
  }

  /** The file's folder, for telling two files of one name apart. */
  folder(handle: string): string {
    return displayPath(folderOf(this.path(handle)));
  }
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';

/** The bytes of a file that comes with Crumbs, found from a source file or from a bundle in `dist`. */
export async function readProjectFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  for (let folder = import.meta.dirname; path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    try {
      return new Uint8Array(await readFile(path.join(folder, name)));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    }
  }
  throw new AppError('file-missing', { path: name });
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';

const NAME = 'resources/samples/sample-cookies.txt';
/** From a source file or a bundle in `dist`, the project's folder is at most this far up. */
const MOST_STEPS = 4;

/** The bytes of the sample that comes with Crumbs: a small file in which a lot is wrong. */
export async function readSample(): Promise<Uint8Array<ArrayBuffer>> {
  let folder = import.meta.dirname;
  for (let step = 0; step < MOST_STEPS; step++) {
    folder = path.dirname(folder);
    try {
      return new Uint8Array(await readFile(path.join(folder, NAME)));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new AppError('file-missing', { path: NAME });
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError } from '../../files/file-error.ts';
import type { AppError } from '#shared/api/app-error.ts';
import type { FoundFile } from './found-file.ts';
import { holdsCookies } from './holds-cookies.ts';

/** One thing that was met below a folder. */
type Met =
  | { readonly kind: 'file'; readonly file: FoundFile }
  /** No cookie file, a link, a device: nothing to work on. */
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly error: AppError };

interface WantedFiles {
  readonly hidden: boolean;
  readonly writable: boolean;
}

/**
 * The cookie files below a folder by their content, in the order of their names. Links are not followed, so there are no loops. Hidden files
 * and folders are left out unless they are asked for. What cannot be read is told and the rest is walked.
 */
export async function* walkFolder(root: string, wanted: WantedFiles, below = ''): AsyncGenerator<Met> {
  const folder = join(root, below);
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield {
      kind: 'failed',
      error: fileError(error, { step: 'open', path: folder, otherwise: 'read-failed' }),
    };
    return;
  }
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (!wanted.hidden && entry.name.startsWith('.')) continue;
    const place = join(below, entry.name);
    if (entry.isDirectory()) yield* walkFolder(root, wanted, place);
    else if (entry.isFile()) yield await met({ path: join(root, place), below: place }, wanted);
    else yield { kind: 'passed' };
  }
}

async function met(file: FoundFile, { writable }: WantedFiles): Promise<Met> {
  try {
    return (await holdsCookies(file.path, writable)) ? { kind: 'file', file } : { kind: 'passed' };
  } catch (error) {
    // Scenario: the file was removed between the listing and the look at it: it is not there to be worked on.
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (gone) return { kind: 'passed' };
    return {
      kind: 'failed',
      error: fileError(error, { step: 'open', path: file.path, otherwise: 'read-failed' }),
    };
  }
}

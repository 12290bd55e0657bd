import type { FilePlace } from '#shared/rules/rule.ts';
import type { Notice } from '#shared/api/notice.ts';
import { displayPath, type FilePath } from '../files/file-path.ts';
import { excludeFromGit, gitPlaceOf, gitStateOf } from '../files/git-place.ts';
import type { FileLink } from './file-link.ts';
import { syncedBy } from '../files/synced-folder.ts';

/** Who else gets to see a file because of where it lies; by its real path. Nothing is told of paths that are no text. */
export async function filePlace(path: FilePath): Promise<FilePlace> {
  if (typeof path !== 'string') return {};
  const repository = await gitPlaceOf(path);
  const git = repository && (await gitStateOf(repository));
  const sync = await syncedBy(path);
  return { ...(git !== undefined && { git }), ...(sync !== undefined && { sync }) };
}

/** Has git pass over a document's file, at once; what became of that is told. */
export async function ignoreInGit({ path, state }: FileLink): Promise<Notice> {
  const { realPath } = state;
  const shown = displayPath(path);
  const place = typeof realPath === 'string' ? await gitPlaceOf(realPath) : undefined;
  try {
    if (place !== undefined) {
      return { code: 'ignored-in-git', data: { path: shown, exclude: await excludeFromGit(place) } };
    }
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { code: 'not-ignored-in-git', data: { path: shown, errno } };
  }
  return { code: 'not-ignored-in-git', data: { path: shown } };
}

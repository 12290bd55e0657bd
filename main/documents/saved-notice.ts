import type { Notice } from '#shared/api/notice.ts';
import { displayPath, type FilePath } from '../files/file-path.ts';
import type { SaveResult } from '../files/save-file.ts';

type Saved = Pick<SaveResult, 'durabilityUncertain' | 'safetyCopy'>;

/** What a person must hear of a save that succeeded: that the disk did not confirm it, and where old content was left. */
export function savedNotice(path: FilePath, { durabilityUncertain, safetyCopy }: Saved): Notice | undefined {
  if (!durabilityUncertain && safetyCopy === undefined) return undefined;
  const code = durabilityUncertain ? 'durability-uncertain' : 'old-content-kept';
  const kept = safetyCopy === undefined ? {} : { oldContent: displayPath(safetyCopy) };
  return { code, data: { path: displayPath(path), ...kept } };
}

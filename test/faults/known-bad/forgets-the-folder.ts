import type { SaveRequest } from '../../../main/files/save-file.ts';
import { replace } from './replace.ts';

/** Known bad: brings the bytes to the disk, but not the name, so that a power cut takes back what was reported as saved. */
export function forgetsTheFolder(request: SaveRequest): Promise<void> {
  let synced = 0;
  return replace(request, {
    async sync(ops, file) {
      synced += 1;
      if (synced === 1) await ops.sync(file);
    },
  });
}

import type { SaveRequest } from '../../../main/files/save-file.ts';
import { replace } from './replace.ts';

/** Known bad: moves the name before the bytes are on the disk. */
export function neverSyncs(request: SaveRequest): Promise<void> {
  return replace(request, { async sync() {} });
}

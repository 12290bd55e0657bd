import type { SaveRequest } from '../../../main/files/save-file.ts';
import { replace } from './replace.ts';

/** Known bad: leaves its temporary file behind when it fails. */
export function leavesLitter(request: SaveRequest): Promise<void> {
  return replace(request, { async clean() {} });
}

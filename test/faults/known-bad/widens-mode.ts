import type { SaveRequest } from '../../../main/files/save-file.ts';
import { replace } from './replace.ts';

/** Known bad: what it writes can be read by all. */
export function widensMode(request: SaveRequest): Promise<void> {
  return replace(request, { mode: (ops, file) => ops.changeMode(file, 0o644) });
}

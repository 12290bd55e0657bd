import type { SaveRequest } from '../../../main/files/save-file.ts';
import { replace } from './replace.ts';

/** Known bad: takes one write for all of it and does not look, as the popular packages do. */
export function ignoresShortWrites(request: SaveRequest): Promise<void> {
  return replace(request, {
    async write(ops, file, bytes) {
      await ops.write(file, bytes, 0);
    },
    async verify() {},
  });
}

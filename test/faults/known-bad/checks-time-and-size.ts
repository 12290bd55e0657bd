import fs from 'node:fs';
import { AppError } from '#shared/api/app-error.ts';
import type { SaveRequest } from '../../../main/files/save-file.ts';
import { replace } from './replace.ts';

/** Known bad: takes the same time and size for the same content. */
export function checksTimeAndSize(request: SaveRequest): Promise<void> {
  const read = fs.statSync(String(request.path));
  return replace(request, {
    async check(ops, { path }) {
      const now = await ops.statPath(path);
      const same = now.size === read.size && now.mtimeNs / 1_000_000n === BigInt(Math.floor(read.mtimeMs));
      if (!same) throw new AppError('document-changed-on-disk');
    },
  });
}

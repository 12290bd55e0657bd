import fs from 'node:fs';
import { AppError } from '#shared/api/app-error.ts';
import type { SaveRequest } from '../../../main/files/save-file.ts';

/** Known bad: its temporary name can be foreseen, and it writes through a link that stands there. */
export async function foreseeableTemporary(request: SaveRequest): Promise<void> {
  const path = String(request.path);
  try {
    fs.writeFileSync(`${path}.tmp`, Buffer.concat([...request.chunks]), { mode: 0o600 });
    fs.renameSync(`${path}.tmp`, path);
  } catch {
    throw new AppError('write-failed', { path });
  }
}

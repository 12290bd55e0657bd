import { rename } from 'node:fs/promises';
import path from 'node:path';
import { saveFile, type SaveRequest, type SaveResult } from '../../../main/files/save-file.ts';
import { temporaryName } from '../../../main/files/temporary-file.ts';

/** Known bad: leaves the old bytes under a name that the next save removes after an hour. */
export async function keepsForAnHour(request: SaveRequest): Promise<SaveResult> {
  const saved = await saveFile(request);
  if (saved.safetyCopy === undefined) return saved;
  const kept = String(saved.safetyCopy);
  const safetyCopy = path.join(path.dirname(kept), temporaryName());
  await rename(kept, safetyCopy);
  return { ...saved, safetyCopy };
}

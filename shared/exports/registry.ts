import { cookieHeader } from './cookie-header.ts';
import { curl } from './curl.ts';
import { curlConfig } from './curl-config.ts';
import type { ExportTarget } from './export-target.ts';
import { galleryDl } from './gallery-dl.ts';
import { python } from './python.ts';
import { wget } from './wget.ts';
import { ytDlp } from './yt-dlp.ts';

/** Every output that is not read back, in the order in which they are offered. */
export const EXPORT_TARGETS: readonly ExportTarget[] = [
  curl,
  wget,
  ytDlp,
  galleryDl,
  python,
  curlConfig,
  cookieHeader,
];

/** The target of this id. */
export function exportTargetById(id: string): ExportTarget | undefined {
  return EXPORT_TARGETS.find((target) => target.id === id);
}

import { aria2 } from './aria2.ts';
import { cookieHeader } from './cookie-header.ts';
import { curl } from './curl.ts';
import { curlConfig } from './curl-config.ts';
import { csvSafe } from './csv-safe.ts';
import { everywhere } from './everywhere.ts';
import type { ExportTarget } from './export-target.ts';
import { galleryDl } from './gallery-dl.ts';
import { go } from './go.ts';
import { harCookies } from './har-cookies.ts';
import { httpie } from './httpie.ts';
import { httpx } from './httpx.ts';
import { nodeFetch } from './node-fetch.ts';
import { php } from './php.ts';
import { withPlaywright } from './with-playwright.ts';
import { withPuppeteer } from './with-puppeteer.ts';
import { python } from './python.ts';
import { requests } from './requests.ts';
import { ruby } from './ruby.ts';
import { wget } from './wget.ts';
import { ytDlp } from './yt-dlp.ts';

/** Every output that is not read back, in the order in which they are offered: each kind by itself, the usual ones first. */
export const EXPORT_TARGETS: readonly ExportTarget[] = [
  curl,
  wget,
  ytDlp,
  galleryDl,
  aria2,
  httpie,
  python,
  curlConfig,
  requests,
  httpx,
  nodeFetch,
  withPlaywright,
  withPuppeteer,
  php,
  ruby,
  go,
  everywhere,
  cookieHeader,
  harCookies,
  csvSafe,
];

/** The target of this id. */
export function exportTargetById(id: string): ExportTarget | undefined {
  return EXPORT_TARGETS.find((target) => target.id === id);
}

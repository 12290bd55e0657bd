import { aria2 } from './aria2.ts';
import { cookieEditor } from './cookie-editor.ts';
import { cookieQuickManager } from './cookie-quick-manager.ts';
import { cookiesTxt } from './cookies-txt.ts';
import { editThisCookieOld } from './edit-this-cookie-old.ts';
import { editThisCookie } from './edit-this-cookie.ts';
import type { Exporter, ExporterFacts, Recognition } from './exporter.ts';
import { getCookiesTxtLocally } from './get-cookies-txt-locally.ts';
import { getCookiesTxt } from './get-cookies-txt.ts';
import { httrack } from './httrack.ts';
import { libcurl } from './libcurl.ts';
import { lynx } from './lynx.ts';
import { milkCookieManager } from './milk-cookie-manager.ts';
import { perl } from './perl.ts';
import { python } from './python.ts';
import { robWCookieManager } from './rob-w-cookie-manager.ts';
import { unnamedInverter } from './unnamed-inverter.ts';
import { wget } from './wget.ts';
import { wget2 } from './wget2.ts';
import { ytDlp } from './yt-dlp.ts';

/** Every program whose cookie files are told, those that sign them first, then by how particular their habits are. */
export const EXPORTERS: readonly Exporter[] = [
  libcurl,
  ytDlp,
  wget,
  wget2,
  httrack,
  cookieEditor,
  editThisCookieOld,
  editThisCookie,
  milkCookieManager,
  getCookiesTxt,
  cookiesTxt,
  getCookiesTxtLocally,
  python,
  perl,
  robWCookieManager,
  cookieQuickManager,
  unnamedInverter,
  lynx,
  aria2,
];

/** A file's writer, with what it is known by. */
export interface RecognisedExporter extends Recognition {
  readonly exporter: Exporter;
}

/** The program that wrote a file, as far as the file says; nothing for a file that anybody may have written. */
export function recogniseExporter(facts: ExporterFacts): RecognisedExporter | undefined {
  if (facts.document.formatId !== 'netscape') return undefined;
  for (const exporter of EXPORTERS) {
    const recognition = exporter.recognise(facts);
    if (recognition !== undefined) return { exporter, ...recognition };
  }
  return undefined;
}

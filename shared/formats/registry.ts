import { cookieEditor } from './cookie-editor.ts';
import { cookieQuickManager } from './cookie-quick-manager.ts';
import { editThisCookie } from './edit-this-cookie.ts';
import type { Format, Probe } from './format.ts';
import { hasEntries, netscape } from './netscape.ts';
import { playwrightStorageState } from './playwright-storage-state.ts';
import { puppeteer } from './puppeteer.ts';
import { recogniseBinary } from './recognise.ts';
import { robWCookieManager } from './rob-w-cookie-manager.ts';
import { selenium } from './selenium.ts';

/** Every file format, the most specific detector first. */
export const FORMATS: readonly Format[] = [
  robWCookieManager,
  playwrightStorageState,
  cookieQuickManager,
  editThisCookie,
  cookieEditor,
  puppeteer,
  selenium,
  netscape,
];

/** The format of this id. */
export function formatById(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}

/** The first format that takes the file for its own; `recognise` says what it is when none does. */
export function detectFormat(probe: Probe): Format | undefined {
  const binary = recogniseBinary(probe);
  // Scenario: a browser saved a cookie file as a web page; a login page has no such lines.
  if (binary === 'format-web-page' && hasEntries(probe)) return netscape;
  if (binary !== undefined) return undefined;
  return FORMATS.find((format) => format.detect(probe));
}

import { brunoStore } from './bruno-store.ts';
import { chromiumSqlite } from './chromium-sqlite.ts';
import { cookieHeaders } from './cookie-headers.ts';
import { cookieEditor } from './cookie-editor.ts';
import { cookieQuickManager } from './cookie-quick-manager.ts';
import { copiedCommand } from './copied-command.ts';
import { csv } from './csv.ts';
import { mappedTable } from './csv/mapped-table.ts';
import { devtoolsTable } from './devtools-table.ts';
import { devtoolsProtocol } from './devtools-protocol.ts';
import { editThisCookie } from './edit-this-cookie.ts';
import { elinks } from './elinks.ts';
import { firefoxSqlite } from './firefox-sqlite.ts';
import type { Format, ImportFormat, Probe, WritableFormat } from './format.ts';
import { har } from './har.ts';
import { httpieSession } from './httpie-session.ts';
import { insomniaExport } from './insomnia-export.ts';
import { internetExplorer } from './internet-explorer.ts';
import { j2teamCookies } from './j2team-cookies.ts';
import { konqueror } from './konqueror.ts';
import { lwp1 } from './lwp-1.ts';
import { lwp2 } from './lwp-2.ts';
import { ndjson } from './ndjson.ts';
import { netscape } from './netscape.ts';
import { hasEntries } from './netscape/entries.ts';
import { operaCookies4 } from './opera-cookies4.ts';
import { playwrightStorageState } from './playwright-storage-state.ts';
import { postman } from './postman.ts';
import { puppeteer } from './puppeteer.ts';
import { recogniseBinary } from './recognise.ts';
import { robWCookieManager } from './rob-w-cookie-manager.ts';
import { safariBinarycookies } from './safari-binarycookies.ts';
import { selenium } from './selenium.ts';
import { setCookieHeaders } from './set-cookie-headers.ts';
import { toughCookie } from './tough-cookie.ts';
import { table } from './table.ts';
import { w3m } from './w3m.ts';

/** Every file format, the most specific detector first. */
export const FORMATS: readonly Format[] = [
  firefoxSqlite,
  chromiumSqlite,
  safariBinarycookies,
  operaCookies4,
  robWCookieManager,
  httpieSession,
  toughCookie,
  devtoolsProtocol,
  playwrightStorageState,
  j2teamCookies,
  cookieQuickManager,
  editThisCookie,
  cookieEditor,
  puppeteer,
  selenium,
  har,
  insomniaExport,
  brunoStore,
  postman,
  ndjson,
  lwp1,
  lwp2,
  konqueror,
  internetExplorer,
  w3m,
  elinks,
  setCookieHeaders,
  cookieHeaders,
  copiedCommand,
  devtoolsTable,
  csv,
  table,
  netscape,
];

/** Every format that a document can be saved as. */
export const WRITABLE_FORMATS: readonly WritableFormat[] = FORMATS.filter(
  (format) => format.kind !== 'import',
);

const BINARY_FORMATS = FORMATS.filter(isBinary);
const TEXT_FORMATS = FORMATS.filter((format) => !isBinary(format));

/** The format of this id; that of a table may say what its columns are. */
export function formatById(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id) ?? mappedTable(id);
}

/** The format by which the rows of a document are kept and written that was read from a file of this one. */
export function formatOfDocument(format: Format): WritableFormat {
  return format.kind === 'import' ? ndjson : format;
}

/** The format of this id, where a document can be saved as it. */
export function writableFormatById(id: string): WritableFormat | undefined {
  return WRITABLE_FORMATS.find((format) => format.id === id);
}

/** Is a file of this format no text? */
export function isBinary(format: Format): format is ImportFormat {
  return format.kind === 'import' && format.binary === true;
}

/** The format of a file that is no text, by its bytes as they are. */
export function detectBinary(probe: Probe): ImportFormat | undefined {
  return BINARY_FORMATS.find((format) => format.detect(probe));
}

/** The first format that takes the file for its own; `recognise` says what it is when none does. */
export function detectFormat(probe: Probe): Format | undefined {
  const binary = recogniseBinary(probe);
  // Scenario: a browser saved a cookie file as a web page; a login page has no such lines.
  if (binary === 'format-web-page' && hasEntries(probe)) return netscape;
  if (binary !== undefined) return undefined;
  return TEXT_FORMATS.find((format) => format.detect(probe));
}

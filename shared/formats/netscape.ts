import type { ByteString } from '../cookie/byte-string.ts';
import { type Cookie, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import { canonicalLine, lineMisfit, NETSCAPE_HEADER } from './canonical-line.ts';
import { chunks } from './chunks.ts';
import { isElinks } from './elinks/is-elinks.ts';
import type { LineFormat, Probe } from './format.ts';
import { isTable } from './csv/is-table.ts';
import { isCookieText, isSetCookieText } from './headers/is-header-text.ts';
import { isInternetExplorer } from './internet-explorer/is-internet-explorer.ts';
import { outline } from './json/outline.ts';
import { isKonqueror } from './konqueror/is-konqueror.ts';
import { isLwp } from './lwp/is-lwp.ts';
import { headLines, isMagic, isSureEntry } from './netscape/entries.ts';
import { isW3m } from './w3m/is-w3m.ts';

const SPACED_ENTRY = /^(?:#HttpOnly_)?\S+ +(?:true|false) +\S+ +(?:true|false) +\S+ +\S/i;
const HEADER_LINE = /^(?:set-cookie[23]?|cookie)\s*:/i;
const HEADER_VALUE = /^[\w.$-]+=[^;\s]*(?:; *[\w.$-]+=[^;\s]*)*;?$/;

/** What other texts have lines that look like cookies. */
const OTHERS: readonly ((probe: Probe) => boolean)[] = [
  isLwp,
  isTable,
  isSetCookieText,
  isCookieText,
  isKonqueror,
  isInternetExplorer,
  isW3m,
  isElinks,
];

/**
 * A line that people take for cookies: four TABs and more, columns set apart by blanks, the magic words, a header with
 * its name or without.
 */
function looksLikeCookies(line: ByteString): boolean {
  const tabs = line.length - line.replaceAll('\t', '').length;
  if (tabs >= 4 && /\S/.test(line)) return true;
  const text = line.trimStart();
  return isMagic(text) || [SPACED_ENTRY, HEADER_LINE, HEADER_VALUE].some((pattern) => pattern.test(text));
}

function* lines(cookies: Iterable<Cookie>): Iterable<ByteString> {
  yield `${NETSCAPE_HEADER}\n\n`;
  for (const cookie of cookies) {
    if (lineMisfit(cookie)?.code !== 'entry-left-out') yield `${canonicalLine(cookie)}\n`;
  }
}

/**
 * The Netscape cookie file, `cookies.txt`. Detection is lenient, so that broken files can be mended: the magic line,
 * a line that looks like cookies of any kind (what is no entry is kept verbatim and explained), comments and blanks
 * only, an empty file. Written in the form that every client reads.
 */
export const netscape: LineFormat = {
  kind: 'lines',
  id: 'netscape',
  name: 'Netscape cookies.txt',
  extensions: ['txt'],
  carries: USUAL_ATTRIBUTES,
  detect(probe) {
    const rows = headLines(probe);
    const isOther = outline(probe.head) !== undefined || OTHERS.some((is) => is(probe));
    if (isOther && !rows.some(isSureEntry)) return false;
    if (rows.some(looksLikeCookies)) return true;
    return rows.every((row) => /^\s*(?:#|$)/.test(row));
  },
  misfit: lineMisfit,
  write: (cookies) => chunks(lines(cookies)),
};

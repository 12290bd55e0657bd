import type { ByteString } from '../cookie/byte-string.ts';
import type { Cookie } from '../cookie/cookie.ts';
import { canonicalLine, lineMisfit, NETSCAPE_HEADER } from './canonical-line.ts';
import { chunks } from './chunks.ts';
import type { LineFormat } from './format.ts';
import { outline } from './json/outline.ts';

const MAGIC = /^#( Netscape)? HTTP Cookie File/i;
const SURE_ENTRY = /^\S+\t(?:TRUE|FALSE)\t/i;
const SPACED_ENTRY = /^(?:#HttpOnly_)?\S+ +(?:true|false) +\S+ +(?:true|false) +\S+ +\S/i;
const HEADER_LINE = /^(?:set-cookie2?|cookie)\s*:/i;

/** The head as text: UTF-16 loses its zero bytes, which is enough to look for TABs and magic words. */
function plainHead(head: ByteString): ByteString {
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) return head.slice(2).replaceAll('\0', '');
  return head.startsWith('\xef\xbb\xbf') ? head.slice(3) : head;
}

/** An entry by the look of it: four TABs and more, or the columns set apart by blanks. */
function looksLikeEntry(line: ByteString): boolean {
  const tabs = line.length - line.replaceAll('\t', '').length;
  return (tabs >= 4 && /\S/.test(line)) || SPACED_ENTRY.test(line);
}

function* lines(cookies: Iterable<Cookie>): Iterable<ByteString> {
  yield `${NETSCAPE_HEADER}\n\n`;
  for (const cookie of cookies) {
    if (lineMisfit(cookie)?.code !== 'entry-left-out') yield `${canonicalLine(cookie)}\n`;
  }
}

/**
 * The Netscape cookie file, `cookies.txt`. Detection is lenient, so that broken files can be mended: the magic line,
 * anything that looks like an entry, comments and blanks only, an empty file. Written in the form that every client reads.
 */
export const netscape: LineFormat = {
  kind: 'lines',
  id: 'netscape',
  name: 'Netscape cookies.txt',
  extensions: ['txt'],
  carries: ['name', 'value', 'domain', 'hostOnly', 'path', 'secureOnly', 'httpOnly', 'expiryTime'],
  detect({ head }) {
    const rows = plainHead(head).split(/[\r\n]+/);
    if (outline(head) !== undefined && !rows.some((row) => SURE_ENTRY.test(row))) return false;
    if (rows.some((row) => MAGIC.test(row.trimStart()) || looksLikeEntry(row) || HEADER_LINE.test(row)))
      return true;
    return rows.every((row) => /^\s*(?:#|$)/.test(row));
  },
  misfit: lineMisfit,
  write: (cookies) => chunks(lines(cookies)),
};

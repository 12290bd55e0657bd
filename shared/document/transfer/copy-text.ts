import { type ByteString, byteString, decodeUtf8, encodeUtf8 } from '../../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { headerPairs, IN_FILE } from '../../exports/header-pairs.ts';
import { requestAddress } from '../../exports/request-address.ts';
import { canonicalLine } from '../../formats/canonical-line.ts';
import { cookieEditor } from '../../formats/cookie-editor.ts';
import type { Format } from '../../formats/format.ts';
import { addLosses } from '../../formats/losses.ts';
import { lossTally } from '../../formats/loss-tally.ts';
import type { Loss } from '../../formats/loss.ts';
import { netscape } from '../../formats/netscape.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { type DocumentEntry, entriesOf } from '../cookies-of.ts';
import { dateText } from '../moment.ts';

/**
 * What a copy is made of: values, names, a table for spreadsheets, lines of a cookie file, JSON (of the document's own
 * shape, else Cookie-Editor's), or one request header.
 */
export type CopyForm = 'value' | 'name' | 'table' | 'netscape' | 'json' | 'header';

/** What to copy of a document, and how. */
export interface CopyRequest {
  readonly ids: Iterable<number>;
  readonly as: CopyForm;
  /** Where the header is for: only what a browser would send there, in its order. Without it all, as they stand. */
  readonly url?: string | undefined;
  readonly now: EpochSeconds;
}

/** The text, and what it cannot hold of the cookies. */
export interface CopiedText {
  readonly refused?: undefined;
  readonly text: string;
  readonly losses: readonly Loss[];
}

/** The text of some entries for the clipboard, values and all: a person asked for it. */
export function copyText(
  document: CookieDocument,
  { ids, as, url, now }: CopyRequest,
): CopiedText | { readonly refused: string } {
  if (as === 'netscape' && document.format.kind === 'lines') return linesAsTheyAre(document, ids);
  const entries = [...entriesOf(document, ids)];
  if (entries.length === 0) return { refused: 'There is no cookie among these lines.' };
  switch (as) {
    case 'value':
    case 'name':
      return plain(
        cookiesIn(entries)
          .map((cookie) => cookie[as])
          .join('\n'),
      );
    case 'table':
      return plain(tableOf(document, entries));
    case 'netscape':
      return canonicalLines(entries);
    case 'json':
      return written(document.format.kind === 'source' ? document.format : cookieEditor, entries);
    case 'header':
      return url === undefined ? storedHeader(entries) : headerFor(url, cookiesIn(entries), now);
  }
}

function plain(bytes: ByteString, losses: readonly Loss[] = []): CopiedText {
  // UTF-8 where it is valid; otherwise each byte is one character, so that nothing is lost that a paste could give back.
  return { text: decodeUtf8(bytes) ?? bytes, losses };
}

function cookiesIn(entries: readonly DocumentEntry[]): Cookie[] {
  return entries.map(({ cookie }) => cookie);
}

/** Lines of any kind: what is no entry is a line all the same. */
function linesAsTheyAre({ table, lines }: CookieDocument, ids: Iterable<number>): CopiedText {
  const rows = Array.from(ids, (id) => lines.row(id)).filter((row) => row !== ABSENT);
  return plain(rows.map((row) => `${table.line(row)}\n`).join(''));
}

function canonicalLines(entries: readonly DocumentEntry[]): CopiedText {
  const tally = lossTally();
  const fitting = cookiesIn(entries).filter((cookie) => addLosses(tally, cookie, netscape));
  return plain(fitting.map((cookie) => `${canonicalLine(cookie)}\n`).join(''), tally.losses());
}

function written(format: Format, entries: readonly DocumentEntry[]): CopiedText {
  const tally = lossTally();
  const cookies = cookiesIn(entries);
  for (const cookie of cookies) addLosses(tally, cookie, format);
  const text = Array.from(format.write(cookies), (chunk) => byteString(chunk)).join('');
  return plain(text, tally.losses());
}

function storedHeader(entries: readonly DocumentEntry[]): CopiedText {
  const pairs = cookiesIn(entries).map(({ name, value }) => (name === '' ? value : `${name}=${value}`));
  return plain(`Cookie: ${pairs.join('; ')}`);
}

function headerFor(
  url: string,
  cookies: readonly Cookie[],
  now: EpochSeconds,
): CopiedText | { readonly refused: string } {
  const address = requestAddress(url);
  if ('refused' in address) return { refused: address.message };
  const pairs = headerPairs({ cookies, now, fileName: '', inline: false }, address, IN_FILE);
  return 'refused' in pairs ? { refused: pairs.message } : plain(`Cookie: ${pairs.text}`, pairs.losses);
}

const COLUMNS = ['Name', 'Value', 'Domain', 'Host only', 'Path', 'Expires (UTC)', 'Secure', 'HttpOnly'];

/** Columns set apart by TABs under their names: pasted into a spreadsheet it is a table. */
function tableOf({ format }: CookieDocument, entries: readonly DocumentEntry[]): ByteString {
  const sameSite = format.carries.includes('sameSite');
  const rows = [[...COLUMNS, ...(sameSite ? ['SameSite'] : [])]];
  const truth = (on: boolean): string => (on ? 'yes' : 'no');
  for (const { cookie } of entries) {
    const { name, value, domain, hostOnly, path, expiryTime, secureOnly, httpOnly, extras } = cookie;
    const expires = expiryTime === undefined ? 'session' : encodeUtf8(dateText(expiryTime, true));
    const flags = [truth(secureOnly), truth(httpOnly), ...(sameSite ? [extras?.sameSite ?? ''] : [])];
    rows.push([name, value, domain, truth(hostOnly), path, expires, ...flags]);
  }
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

/** What would end a cell stands in quotation marks, as spreadsheets read them. */
function cell(text: ByteString): ByteString {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { type ByteString, byteString, decodeUtf8, encodeUtf8 } from '../../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { headerPairs, IN_FILE } from '../../exports/header-pairs.ts';
import { requestAddress } from '../../exports/request-address.ts';
import { canonicalLine } from '../../formats/canonical-line.ts';
import { tameFormula } from '../../formats/csv/tame-formula.ts';
import { cookieEditor } from '../../formats/cookie-editor.ts';
import type { WritableFormat } from '../../formats/format.ts';
import { addLosses } from '../../formats/losses.ts';
import { lossTally } from '../../formats/loss-tally.ts';
import type { Loss } from '../../formats/loss.ts';
import { netscape } from '../../formats/netscape.ts';
import type { Progress } from '../../table/progress.ts';
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
export function* copyText(
  document: CookieDocument,
  { ids, as, url, now }: CopyRequest,
): Generator<Progress, CopiedText | { readonly refused: string }> {
  if (as === 'netscape' && document.format.kind === 'lines') return yield* linesAsTheyAre(document, ids);
  const entries = yield* inSlices(entriesOf(document, ids));
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
      return plain(yield* joined(tableOf(document, entries)));
    case 'netscape':
      return yield* canonicalLines(entries);
    case 'json':
      return yield* written(document.format.kind === 'source' ? document.format : cookieEditor, entries);
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

/** Gathers items; other work gets its turn now and then. */
function* inSlices<Item>(items: Iterable<Item>): Generator<Progress, Item[]> {
  const all: Item[] = [];
  for (const item of items) {
    all.push(item);
    if (all.length % ITEMS_A_SLICE === 0) yield { done: 0, total: 1 };
  }
  return all;
}

function* joined(pieces: Iterable<ByteString>): Generator<Progress, ByteString> {
  return (yield* inSlices(pieces)).join('');
}

/** Lines of any kind: what is no entry is a line all the same. */
function* linesAsTheyAre(
  { table, lines }: CookieDocument,
  ids: Iterable<number>,
): Generator<Progress, CopiedText> {
  function* present(): Generator<ByteString> {
    for (const id of ids) {
      const row = lines.row(id);
      if (row !== ABSENT) yield `${table.line(row)}\n`;
    }
  }
  return plain(yield* joined(present()));
}

function* canonicalLines(entries: readonly DocumentEntry[]): Generator<Progress, CopiedText> {
  const tally = lossTally();
  function* fitting(): Generator<ByteString> {
    for (const { cookie } of entries)
      if (addLosses(tally, cookie, netscape)) yield `${canonicalLine(cookie)}\n`;
  }
  const text = yield* joined(fitting());
  return plain(text, tally.losses());
}

function* written(
  format: WritableFormat,
  entries: readonly DocumentEntry[],
): Generator<Progress, CopiedText> {
  const tally = lossTally();
  function* counted(): Generator<Cookie> {
    for (const { cookie } of entries) {
      addLosses(tally, cookie, format);
      yield cookie;
    }
  }
  let text = '';
  for (const chunk of format.write(counted())) {
    text += byteString(chunk);
    yield { done: 0, total: 1 };
  }
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

/** So many cookies are worked on between two yields. */
const ITEMS_A_SLICE = 2048;

const COLUMNS = ['Name', 'Value', 'Domain', 'Host only', 'Path', 'Expires (UTC)', 'Secure', 'HttpOnly'];

/** Lines of columns set apart by TABs, under their names: pasted into a spreadsheet they are a table. */
function* tableOf({ format }: CookieDocument, entries: readonly DocumentEntry[]): Generator<ByteString> {
  const sameSite = format.carries.includes('sameSite');
  yield rowOf([...COLUMNS, ...(sameSite ? ['SameSite'] : [])]);
  const truth = (on: boolean): string => (on ? 'yes' : 'no');
  for (const { cookie } of entries) {
    const { name, value, domain, hostOnly, path, expiryTime, secureOnly, httpOnly, extras } = cookie;
    const expires = expiryTime === undefined ? 'session' : encodeUtf8(dateText(expiryTime, true));
    const flags = [truth(secureOnly), truth(httpOnly), ...(sameSite ? [extras?.sameSite ?? ''] : [])];
    yield rowOf([name, value, domain, truth(hostOnly), path, expires, ...flags]);
  }
}

function rowOf(cells: readonly ByteString[]): ByteString {
  return `${cells.map(cell).join('\t')}\n`;
}

/**
 * What would end a cell stands in quotation marks, as spreadsheets read them, and what they would work out as a formula begins with an
 * apostrophe (OWASP, CSV injection): names and values are written by strangers. The other forms are exact.
 */
function cell(text: ByteString): ByteString {
  const tame = tameFormula(text);
  return /[\t\r\n"]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

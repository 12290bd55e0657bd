import { byteString } from '../../cookie/byte-string.ts';
import type { ByteString } from '../../cookie/byte-string.ts';
import { cookieFileOf, type CookieFile } from '../../clients/client.ts';
import { LF } from '../../table/byte-classes.ts';
import { canonicalLine, lineMisfit, NETSCAPE_HEADER } from '../../formats/canonical-line.ts';
import { Kind, KIND_MASK, NO_HOST } from '../../table/columns.ts';
import { byteOrderMark, encodeStretch } from '../../table/encoding.ts';
import { HostTrait } from '../../table/hosts.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { dominantEnd } from '../document-facts.ts';
import { statedCookie } from '../stated-cookie.ts';

/** The file that a save would write now, as programs read it. */
export interface WrittenFile extends CookieFile {
  /** The line of the file, from 0, in which the document's line at a place (from 0) begins. */
  fileLine(place: number): number;
  /** The other way round: the place of the first line of the document that begins there. */
  place(fileLine: number): number;
}

const NO_OWN_DOMAIN =
  HostTrait.empty |
  HostTrait.publicSuffix |
  HostTrait.singleLabel |
  HostTrait.badLabel |
  HostTrait.ipAddress |
  HostTrait.trailingDot;
const ENDS = { lf: '\n', crlf: '\r\n' } as const;

/**
 * The bytes that a document of lines would be saved as, and what a copy of something else would be as such; nothing for one of
 * structured text, whose entries are no lines.
 */
export function writtenFile(document: CookieDocument): WrittenFile | undefined {
  const { encoding, source } = document.properties;
  if (document.importedFrom !== undefined) return importedFile(document);
  if (source !== undefined) return undefined;
  return encoding.charset === 'utf-8' && !encoding.crOnly ? plainFile(document) : encodedFile(document);
}

/** Each line is a row of the table: nothing is copied before it is asked for. */
function plainFile(document: CookieDocument): WrittenFile {
  const { table, lines } = document;
  const { bytes, columns, strings, hosts } = table;
  const { start } = columns;
  const rows = lines.rows();
  const mark = byteString(byteOrderMark(document.properties.encoding));
  const counts = document.counts();
  const isOwnDomain = (index: number): boolean => {
    const host = columns.host[rows[index] ?? 0] ?? NO_HOST;
    return host !== NO_HOST && (hosts.traits(host) & NO_OWN_DOMAIN) === 0;
  };
  const end = ENDS[dominantEnd(counts) === 'crlf' ? 'crlf' : 'lf'];
  const textAt = (place: number): ByteString => {
    const row = rows[place];
    if (row === undefined) return '';
    const text = strings.decode(bytes, start[row] ?? 0, start[row + 1] ?? 0);
    return place + 1 < rows.length && table.lineEnd(row) === 'none' ? text + end : text;
  };
  return {
    lineCount: Math.max(rows.length, mark === '' ? 0 : 1),
    line: (index) => (index === 0 ? mark + textAt(0) : textAt(index)),
    memory: {
      bytes,
      from: (index) => start[rows[index] ?? 0] ?? 0,
      to: (index) => (index === 0 && mark !== '' ? -1 : (start[(rows[index] ?? -1) + 1] ?? -1)),
      isOwnDomain,
    },
    fileLine: (place) => place,
    place: (fileLine) => fileLine,
  };
}

/** A comment and then a line for each row; what no line can hold is a comment, too. */
function importedFile({ table, lines }: CookieDocument): WrittenFile {
  const text = [NETSCAPE_HEADER];
  for (const row of lines.rows()) {
    const isEntry = ((table.columns.flags[row] ?? 0) & KIND_MASK) === Kind.entry;
    const cookie = isEntry ? statedCookie(table, row) : undefined;
    const fits = cookie !== undefined && lineMisfit(cookie)?.code !== 'entry-left-out';
    text.push(fits ? canonicalLine(cookie) : '#');
  }
  return {
    ...cookieFileOf(`${text.join('\n')}\n`),
    fileLine: (place) => place + 1,
    place: (fileLine) => Math.max(0, fileLine - 1),
  };
}

/** UTF-16 and files of CR alone, to which LF is another byte than to us: written out, and taken apart as programs do. */
function encodedFile(document: CookieDocument): WrittenFile {
  const { table, lines } = document;
  const { encoding } = document.properties;
  const parts: ByteString[] = [];
  for (const chunk of document.write()) parts.push(byteString(chunk));
  const begins: number[] = [];
  let line = 0;
  for (const row of lines.rows()) {
    begins.push(line);
    for (const byte of encodeStretch(table.rowBytes(row), encoding)) if (byte === LF) line++;
  }
  return {
    ...cookieFileOf(parts.join('')),
    fileLine: (place) => begins[place] ?? 0,
    place: (fileLine) => Math.max(0, begins.indexOf(fileLine)),
  };
}

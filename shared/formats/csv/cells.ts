import type { ByteString } from '../../cookie/byte-string.ts';

/** How a table sets its cells apart; without `quotes` a quotation mark is a character like any other. */
export interface Dialect {
  readonly delimiter: ByteString;
  readonly quotes: boolean;
}

/** The cells of a record as they are written, quotation marks and all; nothing when one is never closed (RFC 4180). */
export function rawCells(
  record: ByteString,
  { delimiter, quotes }: Dialect,
): readonly ByteString[] | undefined {
  if (!quotes) return record.split(delimiter);
  const cells: ByteString[] = [];
  for (let at = 0; ;) {
    const end = record.startsWith('"', at) ? closingQuote(record, at + 1) : at;
    if (end === undefined) return undefined;
    const next = record.indexOf(delimiter, end);
    if (next < 0) return [...cells, record.slice(at)];
    cells.push(record.slice(at, next));
    at = next + 1;
  }
}

/** The place behind the quotation mark that closes a cell. */
function closingQuote(record: ByteString, from: number): number | undefined {
  for (let at = record.indexOf('"', from); at >= 0; at = record.indexOf('"', at + 2)) {
    if (record.charAt(at + 1) !== '"') return at + 1;
  }
  return undefined;
}

/** What a cell says. */
export function cellText(raw: ByteString, { quotes }: Dialect): ByteString {
  const inside = quotes ? /^"(.*)"$/s.exec(raw)?.[1] : undefined;
  return inside === undefined ? raw : inside.replaceAll('""', '"');
}

/** A cell that says this. */
export function writtenCell(text: ByteString, { delimiter }: Dialect): ByteString {
  const isPlain = !text.includes(delimiter) && !/^[\s\xef]|["\r\n]|\s$/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

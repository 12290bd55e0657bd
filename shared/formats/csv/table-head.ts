import { byteString, type ByteString } from '../../cookie/byte-string.ts';
import { cellText, type Dialect, rawCells } from './cells.ts';
import { type Columns, columnsOf } from './columns.ts';

/** How a table begins. */
export interface TableHead {
  readonly dialect: Dialect;
  /** The cells of its first line: names of columns, where it has such. */
  readonly first: readonly ByteString[];
  readonly columns: Columns;
  /** Where that line begins. */
  readonly start: number;
}

/** How far the first line is looked for. */
const HEAD = 1 << 16;

const DELIMITERS = [',', ';', '\t'];

/** How a table begins, if the text is one: its first line, behind `sep=;` where Excel wrote that, has two cells and more. */
export function tableHead(head: ByteString): TableHead | undefined {
  const [before = '', , separator] = /^(\xef\xbb\xbf)?(?:sep=([,;\t])\r?\n)?/.exec(head) ?? [];
  const line = /[^\r\n]*/.exec(head.slice(before.length))?.[0] ?? '';
  const splits = (separator === undefined ? DELIMITERS : [separator]).flatMap((delimiter) => {
    const dialect = { delimiter, quotes: true };
    const cells = rawCells(line, dialect);
    return cells === undefined || cells.length < 2 ? [] : [{ dialect, cells }];
  });
  const [best] = splits.sort((one, other) => other.cells.length - one.cells.length);
  if (best === undefined) return undefined;
  const { dialect } = best;
  const first = best.cells.map((cell) => cellText(cell, dialect));
  return { dialect, first, columns: columnsOf(first), start: before.length };
}

/** The same of a file. */
export function headOfTable(bytes: Uint8Array): TableHead | undefined {
  return tableHead(byteString(bytes, 0, Math.min(bytes.length, HEAD)));
}

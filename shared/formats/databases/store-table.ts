import type { ByteString, ByteStrings } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import { canonicalLine } from '../canonical-line.ts';
import type { Refusal, RowSink, SourceDocument } from '../format.ts';
import { importedSource } from '../imported-source.ts';
import { type ImageRow, TableImage } from './table-image.ts';

/** The table in which a browser keeps its cookies. */
export interface StoreTable {
  readonly name: string;
  /** Columns of text, in whatever version of the schema they are. */
  readonly texts: readonly string[];
  readonly numbers: readonly string[];
  /** Without one of each of these the table is not understood. */
  readonly needed: readonly (readonly string[])[];
  /** The newest schema whose meaning is known. */
  readonly newest: number;
}

/** A row whose cookie is known but for its value: what is shown of it has another text there. */
export interface Unreadable {
  readonly reason: UnparsedReason;
  readonly shown: Cookie;
}

const ROWS_A_SLICE = 256;

/** Reads the image of a store's table; `entry` makes of a row a cookie, or says why it is none. */
export function* readStoreTable(
  { source, sink, strings }: { source: Uint8Array; sink: RowSink; strings: ByteStrings },
  { name }: StoreTable,
  entry: (row: ImageRow, version: number) => Cookie | Unreadable | UnparsedReason,
): Generator<Progress, SourceDocument | Refusal> {
  const image = TableImage.of(source, strings);
  if (image?.head.table !== name) return { code: 'not-cookies' };
  let count = 0;
  for (let row = image.next(); row !== undefined; row = image.next()) {
    if (row === 'damaged') return { code: 'syntax' };
    const read = row.tooLong ? 'field-too-long' : entry(row, image.head.version);
    if (typeof read === 'string') sink.unparsed(shown(row), read, count);
    else if ('reason' in read) sink.unparsed(plain(canonicalLine(read.shown, false)), read.reason, count);
    else sink.entry(read, count);
    count += 1;
    if (count % ROWS_A_SLICE === 0) yield { done: image.at, total: source.length };
  }
  return importedSource({ lineOf: (origin) => origin + 1 });
}

/** What tells a row that is no cookie from others: where it belongs and its name, never its value. */
function shown(row: ImageRow): string {
  const parts = [row.text('host') ?? row.text('host_key'), row.text('path'), row.text('name')];
  return parts.map((part = '') => plain(part.slice(0, 256))).join(' ');
}

/** Columns may be told apart by TABs; nothing else that is no text stays. */
function plain(text: ByteString): ByteString {
  return text.replace(/[\0-\x08\n-\x1f\x7f]+/g, ' ');
}

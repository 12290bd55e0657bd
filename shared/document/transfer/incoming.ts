import type { ByteString, ByteStrings } from '../../cookie/byte-string.ts';
import { cookiesSentTo } from '../../cookie/cookie-pairs.ts';
import type { RequestTarget } from '../../cookie/request-target.ts';
import { cookieHeaders } from '../../formats/cookie-headers.ts';
import type { Format } from '../../formats/format.ts';
import { hasEntries } from '../../formats/netscape/entries.ts';
import { commentInJson, recognise } from '../../formats/recognise.ts';
import { formatOfDocument } from '../../formats/registry.ts';
import { setCookieHeaders } from '../../formats/set-cookie-headers.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Decoded } from '../../table/encoding.ts';
import type { Progress } from '../../table/progress.ts';
import { scanBase } from '../../table/scan.ts';
import { Table } from '../../table/table.ts';
import { readSource, recogniseFile, refusal } from '../open-document.ts';
import type { OpenRefusal } from '../open-document.ts';
import { cookieHeaderIn } from './cookie-header.ts';
import type { CookieHeaderText } from './cookie-header.ts';

/** Rows on their way into a document: those of another document, or of what was pasted or read. */
export interface Incoming {
  readonly table: Table;
  readonly rows: ArrayLike<number>;
  /** Absent for cookies that come from no file. */
  readonly format?: Format;
}

/** What bytes turned out to hold. Headers need to be told where they went, or belong elsewhere. */
export type IncomingRead =
  | { readonly kind: 'rows'; readonly incoming: Incoming }
  | { readonly kind: 'cookie-header'; readonly header: CookieHeaderText }
  | { readonly kind: 'set-cookie' }
  | OpenRefusal;

const SET_COOKIE = /^[<*\s]*set-cookie[ \t]*:/im;

/** Reads what was pasted or a file: the lines or the cookies of any format that is recognised, or headers. */
export function* readIncoming(
  bytes: Uint8Array<ArrayBuffer>,
  strings: ByteStrings,
): Generator<Progress, IncomingRead> {
  const { decoded, probe, format } = yield* recogniseFile({ bytes, strings });
  const mayBeHeaders = format === undefined || format.kind === 'lines' || format === cookieHeaders;
  if (!hasEntries(probe) && mayBeHeaders) {
    const headers = headersIn(probe.head);
    if (headers !== undefined) return headers;
  }
  if (format !== undefined) {
    const read = yield* rowsOf(format, decoded, strings);
    const isHeader = format === setCookieHeaders && 'incoming' in read && isFromNowhere(read.incoming);
    return isHeader ? { kind: 'set-cookie' } : read;
  }
  const comment = commentInJson(probe);
  return {
    refused: true,
    ...(comment === undefined ? { code: recognise(probe) } : { code: 'format-json-syntax', ...comment }),
  };
}

function headersIn(head: ByteString): IncomingRead | undefined {
  if (SET_COOKIE.test(head)) return { kind: 'set-cookie' };
  const header = cookieHeaderIn(head);
  return header && { kind: 'cookie-header', header };
}

function* rowsOf(format: Format, decoded: Decoded, strings: ByteStrings): Generator<Progress, IncomingRead> {
  if (format.kind !== 'lines') {
    const table = Table.forSource(strings, decoded.size);
    const source = yield* readSource(format, decoded, table);
    if ('code' in source) return refusal(source);
    return { kind: 'rows', incoming: { table, rows: allRows(table), format: formatOfDocument(format) } };
  }
  const table = new Table(strings, { bytes: decoded.bytes, size: decoded.size, from: decoded.from });
  yield* scanBase(table);
  return { kind: 'rows', incoming: { table, rows: allRows(table), format } };
}

/** The cookies of a header, as rows for a document. */
export function incomingHeader(
  header: CookieHeaderText,
  to: Omit<RequestTarget, 'path'>,
  strings: ByteStrings,
): Incoming {
  const table = new Table(strings);
  for (const cookie of cookiesSentTo(header.pairs, to)) table.appendEntry(cookie);
  return { table, rows: allRows(table) };
}

/** Headers that do not say where they are from: somebody has to be asked. */
function isFromNowhere({ table, rows }: Incoming): boolean {
  const isUnparsed = (row: number): boolean =>
    ((table.columns.flags[row] ?? 0) & KIND_MASK) === Kind.unparsed;
  return Array.from(rows).some((row) => isUnparsed(row) && table.reason(row) === 'no-domain');
}

function allRows({ count }: Table): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}

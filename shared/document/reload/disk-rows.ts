import { byteString } from '../../cookie/byte-string.ts';
import { detectFormat } from '../../formats/registry.ts';
import { recognise, type Recognised } from '../../formats/recognise.ts';
import { decodeFile } from '../../table/encoding.ts';
import type { Encoding } from '../../table/encoding.ts';
import type { Progress } from '../../table/progress.ts';
import { scanBase } from '../../table/scan.ts';
import { Table } from '../../table/table.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { readSource, refusal } from '../open-document.ts';
import type { OpenRefusal } from '../open-document.ts';
import type { SourceState } from '../properties.ts';

/** What is on disk now, read into a table of its own by the document's format. */
export interface DiskRows {
  readonly table: Table;
  readonly encoding: Encoding;
  readonly source?: SourceState;
}

const MAY_BE_LINES: ReadonlySet<Recognised> = new Set(['format-unknown', 'format-columns']);

/** Reads what is on disk now. A file that became something else altogether is refused: open it anew. */
export function* readDisk(
  document: CookieDocument,
  request: { readonly bytes: Uint8Array<ArrayBuffer>; readonly size?: number },
): Generator<Progress, DiskRows | OpenRefusal> {
  const { format, table: own } = document;
  const { bytes, size = bytes.length } = request;
  const decoded = yield* decodeFile(bytes, size, own.strings);
  const content = decoded.bytes.subarray(decoded.from, decoded.size);
  const probe = { head: byteString(content, 0, Math.min(content.length, 65_536)), size: content.length };
  const { encoding } = decoded;
  if (format.kind === 'source') {
    const table = Table.forSource(own.strings, decoded.size);
    const source = yield* readSource(format, decoded, table);
    return 'code' in source ? refusal(source) : { table, source, encoding };
  }
  const became = detectFormat(probe);
  const known = became === undefined ? recognise(probe) : undefined;
  if (became !== undefined && became.kind !== 'lines') {
    return { refused: true, code: 'format-changed', format: became.name };
  }
  // What is nothing in particular may still be lines: half a file while it is being written, for example.
  if (known !== undefined && !MAY_BE_LINES.has(known)) return { refused: true, code: known };
  const table = new Table(own.strings, { bytes: decoded.bytes, size: decoded.size, from: decoded.from });
  yield* scanBase(table);
  return { table, encoding };
}

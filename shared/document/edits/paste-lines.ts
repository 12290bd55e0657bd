import { byteString } from '../../cookie/byte-string.ts';
import type { ByteStrings } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import { detectFormat } from '../../formats/registry.ts';
import { lineMisfit } from '../../formats/canonical-line.ts';
import { isMagicHeader } from '../../rules/reading/magic-header.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import { decodeFile } from '../../table/encoding.ts';
import type { Progress } from '../../table/progress.ts';
import { scanBase } from '../../table/scan.ts';
import { Table } from '../../table/table.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { dominantEnd } from '../document-facts.ts';
import { readSource } from '../open-document.ts';
import { newRow } from './add-entry.ts';
import { ChangeBuilder } from './change-builder.ts';
import type { EditOutcome } from './edit-outcome.ts';
import { commitEdit, LINES_A_SLICE } from './edit-work.ts';
import { LINE_ENDS } from './write-row.ts';

interface Pasted {
  readonly table: Table;
  readonly kind: 'lines' | 'source';
}

/**
 * Adds what a paste or a dropped file holds behind the last line: Netscape lines as they are, or the cookies of any
 * format that is recognised. Blank lines, headers and what this document's format cannot hold are left out.
 */
export function* pasteLines(
  document: CookieDocument,
  request: { readonly bytes: Uint8Array<ArrayBuffer>; readonly now: EpochSeconds },
): Generator<Progress, EditOutcome> {
  const pasted = yield* read(request.bytes, document.table.strings);
  if (pasted === undefined) return { refused: 'There is no cookie in what was pasted.' };
  const { table } = pasted;
  const builder = new ChangeBuilder(document);
  const anchor = document.lines.lastAnchor;
  let cookies = 0;
  for (let row = 0; row < table.count; row++) {
    const copy = copied(document, pasted, row);
    if (copy !== undefined) builder.insert(anchor, copy);
    if (copy !== undefined && kindOf(table, row) === Kind.entry) cookies++;
    if ((row + 1) % LINES_A_SLICE === 0) yield { done: row + 1, total: table.count };
  }
  if (builder.size === 0) return { refused: 'There is no cookie in what was pasted.' };
  const [count, what] = cookies > 0 ? [cookies, 'cookie'] : [builder.size, 'line'];
  const label = `Paste ${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
  return yield* commitEdit(document, builder, { label, event: 'edit.paste', now: request.now });
}

function* read(
  bytes: Uint8Array<ArrayBuffer>,
  strings: ByteStrings,
): Generator<Progress, Pasted | undefined> {
  const decoded = yield* decodeFile(bytes, bytes.length, strings);
  const content = decoded.bytes.subarray(decoded.from, decoded.size);
  const head = byteString(content, 0, Math.min(content.length, 65_536));
  const format = detectFormat({ head, size: content.length });
  if (format === undefined) return undefined;
  if (format.kind === 'source') {
    const table = new Table(strings);
    const source = yield* readSource(format, decoded, table);
    return 'code' in source ? undefined : { table, kind: 'source' };
  }
  const table = new Table(strings, { bytes: decoded.bytes, size: decoded.size, from: decoded.from });
  yield* scanBase(table);
  return { table, kind: 'lines' };
}

/** The row of the document that a pasted row becomes; nothing when it is left out. */
function copied(document: CookieDocument, { table, kind }: Pasted, row: number): number | undefined {
  const what = kindOf(table, row);
  if (what === Kind.blank) return undefined;
  if (document.format.kind === 'source') {
    return what === Kind.entry ? document.table.appendEntry(table.cookie(row)) : undefined;
  }
  if (kind === 'source') {
    if (what !== Kind.entry) return undefined;
    const cookie = table.cookie(row);
    return lineMisfit(cookie)?.code === 'entry-left-out' ? undefined : newRow(document, cookie);
  }
  const line = table.line(row);
  if (what === Kind.comment && isMagicHeader(line)) return undefined;
  return document.table.appendLine(line + LINE_ENDS[dominantEnd(document.counts())]);
}

function kindOf(table: Table, row: number): number {
  return (table.columns.flags[row] ?? Kind.blank) & KIND_MASK;
}

import type { WriteBackRow } from '../formats/format.ts';
import { Flag, Kind, KIND_MASK } from '../table/columns.ts';
import { byteOrderMark, encodeStretch } from '../table/encoding.ts';
import { wholeLetters } from '../table/utf-16.ts';
import type { LineEnd, Table } from '../table/table.ts';
import { ABSENT } from './change.ts';
import type { Lines } from './lines.ts';
import type { Properties, SourceState } from './properties.ts';
import { statedCookie } from './stated-cookie.ts';

/** Stretches that are encoded are cut to this many bytes and the rest of a line. */
const CHUNK = 1 << 20;

/** What is written: rows of a table in the order of the lines. */
export interface Written {
  readonly table: Table;
  readonly lines: Pick<Lines, 'rows' | 'ids' | 'row'>;
  readonly properties: Properties;
  /** What a line gets that has no end and is not the last. */
  readonly lineEnd: LineEnd;
}

/**
 * The bytes of a document, in order. Rows that stand one behind another in the table are one slice of it, not copies;
 * a line in the middle that has no end gets one.
 */
export function* writeDocument(written: Written): Generator<Uint8Array, void> {
  const { table, lines, properties } = written;
  const { encoding, source } = properties;
  const mark = byteOrderMark(encoding);
  if (mark.length > 0) yield mark;
  const plain = encoding.charset === 'utf-8' && !encoding.crOnly;
  if (source !== undefined) {
    const bytes = source.document.writeBack(writeBackRows(table, lines, source));
    if (plain) yield* bytes;
    else for (const piece of wholeLetters(bytes)) yield encodeStretch(piece, encoding);
    return;
  }
  for (const stretch of stretches(written, plain ? Infinity : CHUNK)) {
    yield plain ? stretch : encodeStretch(stretch, encoding);
  }
}

/** Slices of the table, each of whole lines, at most `limit` bytes and one line long. */
function* stretches({ table, lines, lineEnd }: Written, limit: number): Generator<Uint8Array, void> {
  const { start, flags } = table.columns;
  const bytes = table.bytes;
  const rows = lines.rows();
  const end = lineEnd === 'crlf' ? Uint8Array.of(0x0d, 0x0a) : Uint8Array.of(0x0a);
  let from = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    if (at === from || row !== (rows[at - 1] ?? 0) + 1) from = at;
    const first = start[rows[from] ?? 0] ?? 0;
    const last = at + 1 === rows.length;
    const open = ((flags[row] ?? 0) & (Flag.endLf | Flag.endCr)) === 0 && !last;
    const next = rows[at + 1];
    if (!last && !open && next === row + 1 && (start[next] ?? 0) - first < limit) continue;
    yield bytes.subarray(first, start[row + 1] ?? 0);
    if (open) yield end;
    from = at + 1;
  }
}

function* writeBackRows(
  table: Table,
  lines: Written['lines'],
  source: SourceState,
): Generator<WriteBackRow, void> {
  const ids = lines.ids();
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const row = lines.row(id);
    const origin = source.origins[id];
    const known = origin !== undefined && origin !== ABSENT;
    if (known && source.rows[id] === row) {
      yield { origin, untouched: true };
      continue;
    }
    const kind = (table.columns.flags[row] ?? 0) & KIND_MASK;
    yield {
      ...(known && { origin }),
      untouched: source.rows[id] === row,
      ...(kind === Kind.entry && { cookie: statedCookie(table, row) }),
      ...(kind === Kind.unparsed && { kept: table.line(row) }),
    };
  }
}

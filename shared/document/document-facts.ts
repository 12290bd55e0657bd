import type { Format } from '../formats/format.ts';
import type { DocumentFacts, FilePlace } from '../rules/rule.ts';
import { isMagicHeader } from '../rules/reading/magic-header.ts';
import { Flag, Kind, KIND_MASK } from '../table/columns.ts';
import type { LineEnd, Table } from '../table/table.ts';
import type { Lines } from './lines.ts';
import type { Properties } from './properties.ts';
import { firstWrapped } from './wrapped-lines.ts';

/** What one pass over the rows of a document counts. */
export interface RowCounts {
  readonly entries: number;
  readonly unparsed: number;
  readonly lf: number;
  readonly crLf: number;
  /** Rows without an end of their own; the last line of a file may be one. */
  readonly open: number;
  readonly lastOpen: boolean;
  /** Bytes of all rows, their ends included. */
  readonly bytes: number;
  /** Place of the first line that is a magic header, from 1; 0 when there is none. */
  readonly headerLine: number;
  /** Where lines were broken, see `firstWrapped`. */
  readonly wrapped: ReturnType<typeof firstWrapped>;
}

/** Counts kinds, line ends and bytes over all lines: a pass over one column, some 5 ms a million lines. */
export function countRows(table: Table, rows: Uint32Array): RowCounts {
  const { flags, start } = table.columns;
  let entries = 0;
  let unparsed = 0;
  let lf = 0;
  let crLf = 0;
  let bytes = 0;
  let headerLine = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const bits = flags[row] ?? 0;
    const kind = bits & KIND_MASK;
    bytes += (start[row + 1] ?? 0) - (start[row] ?? 0);
    if (kind === Kind.entry) entries++;
    else if (kind === Kind.unparsed) unparsed++;
    else if (kind === Kind.comment && headerLine === 0 && isMagicHeader(table.line(row))) headerLine = at + 1;
    if ((bits & Flag.endCr) !== 0) crLf++;
    else if ((bits & Flag.endLf) !== 0) lf++;
  }
  const last = rows[rows.length - 1];
  const lastOpen = last !== undefined && table.lineEnd(last) === 'none';
  const wrapped = unparsed === 0 ? {} : firstWrapped(table, rows);
  return { entries, unparsed, lf, crLf, open: rows.length - lf - crLf, lastOpen, bytes, headerLine, wrapped };
}

/** The line end that lines get which need one: the more frequent one. */
export function dominantEnd(counts: RowCounts): LineEnd {
  return counts.crLf > counts.lf ? 'crlf' : 'lf';
}

/** What document rules look at. Line ends that a save would supply count as there. */
export function documentFacts(of: {
  readonly table: Table;
  readonly lines: Lines;
  readonly counts: RowCounts;
  readonly properties: Properties;
  readonly format: Format;
  readonly name: string | undefined;
  readonly mode: number | undefined;
  readonly place: FilePlace;
}): DocumentFacts {
  const { table, lines, counts, properties, format, name, mode, place } = of;
  const { charset, byteOrderMark, crOnly } = properties.encoding;
  const supplied = counts.open - (counts.lastOpen ? 1 : 0);
  const lf = counts.lf + (dominantEnd(counts) === 'lf' ? supplied : 0);
  const crLf = counts.crLf + (dominantEnd(counts) === 'lf' ? 0 : supplied);
  const first = lines.rows()[0];
  return {
    formatId: format.id,
    ...(format.kind === 'source' && format.json === true && { isJson: true }),
    encoding: charset,
    byteOrderMark,
    lineEnds: crOnly ? { lf: 0, crLf, cr: lf } : { lf, crLf, cr: 0 },
    finalNewline: !counts.lastOpen,
    ...(first !== undefined && { firstLine: table.line(first) }),
    ...(counts.headerLine > 0 && { headerLine: counts.headerLine }),
    entries: counts.entries,
    unparsed: counts.unparsed,
    ...(format.kind === 'lines' && wrappedFacts(counts)),
    ...(name !== undefined && extensionOf(name)),
    ...(mode !== undefined && { mode }),
    ...place,
  };
}

function wrappedFacts({ wrapped }: RowCounts): Pick<DocumentFacts, 'wrappedLine' | 'wrappedValueLine'> {
  const { columns, values } = wrapped;
  return {
    ...(columns !== undefined && { wrappedLine: columns }),
    ...(values !== undefined && { wrappedValueLine: values }),
  };
}

function extensionOf(name: string): Pick<DocumentFacts, 'extension'> {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return extension === undefined ? {} : { extension };
}

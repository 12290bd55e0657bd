import type { Cookie } from '../../cookie/cookie.ts';
import type { RawEntry } from '../../table/entry-reader.ts';
import type { LineEnd, Table } from '../../table/table.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { LINE_ENDS, patchedRow } from '../edits/write-row.ts';
import type { RowOf } from '../reload/compare-rows.ts';
import { statedCookie } from '../stated-cookie.ts';
import { MERGE_FIELDS } from './merge-fields.ts';
import type { MergeField, Side } from './merge-fields.ts';

/** A line that takes fields of both sides; their rows are both in the document's table by now. */
export interface MergedLine {
  readonly base: number | undefined;
  readonly mine: number;
  readonly theirs: number;
  readonly fields: Readonly<Record<MergeField, Side>>;
}

/** The row of a line that takes fields of both sides: one of theirs where that says it, else a new one. */
export function mergedRow(document: CookieDocument, line: MergedLine): number {
  const { table, format } = document;
  const { mine, theirs, fields } = line;
  const taken = MERGE_FIELDS.filter((field) => fields[field] === 'theirs');
  if (format.kind === 'source') {
    if (taken.length === 0) return mine;
    if (taken.length === MERGE_FIELDS.length) return theirs;
    return table.appendEntry(mergedCookie(table, line), table.lineEnd(mine));
  }
  const end = mergedEnd(table, line);
  if (taken.length === 0) return withEnd(table, mine, end);
  if (taken.length === MERGE_FIELDS.length) return withEnd(table, theirs, end);
  // The line keeps the layout of the side that ends it.
  const fromTheirs = table.lineEnd(mine) !== end && table.lineEnd(theirs) === end;
  const [row, other] = fromTheirs ? [theirs, mine] : [mine, theirs];
  const wanted = MERGE_FIELDS.filter((field) => (fields[field] === 'theirs') !== fromTheirs);
  const patch = patchOf({ table, row }, table.rawEntry(other), wanted);
  return withEnd(table, Object.keys(patch).length === 0 ? row : patchedRow(table, row, patch), end);
}

/** An end that one side changed wins; mine where both did. */
function mergedEnd(table: Table, { base, mine, theirs }: MergedLine): LineEnd {
  const end = table.lineEnd(mine);
  return base !== undefined && table.lineEnd(base) === end ? table.lineEnd(theirs) : end;
}

function withEnd(table: Table, row: number, end: LineEnd): number {
  return table.lineEnd(row) === end ? row : table.appendLine(table.line(row) + LINE_ENDS[end]);
}

function patchOf({ table, row }: RowOf, other: RawEntry, wanted: readonly MergeField[]): Partial<RawEntry> {
  const own = table.rawEntry(row);
  const patch: { -readonly [Field in keyof RawEntry]?: RawEntry[Field] } = {};
  const take = <Field extends keyof RawEntry>(field: Field): void => {
    if (own[field] !== other[field]) patch[field] = other[field];
  };
  for (const field of wanted) for (const raw of RAW[field]) take(raw);
  return patch;
}

/** The columns of a line that a field stands in. */
const RAW: Readonly<Record<MergeField, readonly (keyof RawEntry)[]>> = {
  name: ['name'],
  value: ['value'],
  domain: ['domain', 'flag'],
  path: ['path'],
  secureOnly: ['secure'],
  httpOnly: ['httpOnly'],
  expires: ['expiry'],
  extras: [],
};

function mergedCookie(table: Table, { mine, theirs, fields }: MergedLine): Cookie {
  const one = statedCookie(table, mine);
  const other = statedCookie(table, theirs);
  const of = (field: MergeField): Cookie => (fields[field] === 'mine' ? one : other);
  const { expiryTime } = of('expires');
  const { extras } = of('extras');
  return {
    name: of('name').name,
    value: of('value').value,
    domain: of('domain').domain,
    hostOnly: of('domain').hostOnly,
    path: of('path').path,
    secureOnly: of('secureOnly').secureOnly,
    httpOnly: of('httpOnly').httpOnly,
    ...(expiryTime !== undefined && { expiryTime }),
    ...(extras !== undefined && { extras }),
  };
}

import { displayText } from '../cookie/byte-string.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';
import type { Encoding } from '../table/encoding.ts';
import { ABSENT, isNothing } from './change.ts';
import { changedIds, changedLine } from './changed-lines.ts';
import type { ChangedLine } from './changed-lines.ts';
import type { CookieDocument } from './cookie-document.ts';
import { fieldDifferences, subjectOf } from './describe-difference.ts';
import { maskRow } from './mask.ts';
import { movedIds } from './moved-ids.ts';
import type { Transaction } from './transaction.ts';

/** One difference to what is on disk (`PendingChange` of the API). Lines are masked unless revealed. */
export interface PendingChange {
  id?: number;
  kind: 'added' | 'edited' | 'removed' | 'moved' | 'property';
  subject: string;
  details: { field: string; before: string; after: string }[];
  line?: number;
  before?: string;
  after?: string;
}

/** How many differences of each kind there are. `total` is their sum. */
export interface ChangeCounts {
  readonly total: number;
  readonly added: number;
  readonly edited: number;
  readonly removed: number;
  readonly moved: number;
  readonly properties: number;
}

/** Counts what differs from what is on disk. */
export function countChanges(document: CookieDocument): ChangeCounts {
  const { rows, move } = document.sinceSaved();
  let added = 0;
  let removed = 0;
  for (let at = 0; at < rows.ids.length; at++) {
    if (rows.before[at] === ABSENT) added++;
    else if (rows.after[at] === ABSENT) removed++;
  }
  const edited = rows.ids.length - added - removed;
  const moved = move === undefined ? 0 : changedIds(document).length - rows.ids.length;
  const properties = propertyChanges(document).length;
  return { total: added + edited + removed + moved + properties, added, edited, removed, moved, properties };
}

/** A window `[from, to)` of what differs from what is on disk: properties first, then lines in document order. */
export function listChanges(
  document: CookieDocument,
  window: { readonly from: number; readonly to: number; readonly reveal: boolean },
): PendingChange[] {
  const { from, to, reveal } = window;
  const properties = propertyChanges(document);
  const first = Math.max(0, from - properties.length);
  const ids = changedIds(document).subarray(first, Math.max(first, to - properties.length));
  return [
    ...properties.slice(from, to),
    ...Array.from(ids, (id) => describe(document, changedLine(document, id), reveal)),
  ];
}

function describe(document: CookieDocument, changed: ChangedLine, reveal: boolean): PendingChange {
  const { table } = document;
  const { id, kind, before, after } = changed;
  const text = (row: number): string => (reveal ? displayText(table.line(row)) : maskRow(table, row));
  const place = document.lineNumber(id);
  return {
    id,
    kind,
    subject: subjectOf(table, after === ABSENT ? before : after, reveal),
    details: kind === 'edited' ? fieldDifferences(table, { before, after }, reveal) : [],
    ...(place > 0 && { line: place }),
    ...(before !== ABSENT && { before: text(before) }),
    ...(after !== ABSENT && { after: text(after) }),
  };
}

const CHARSETS: Readonly<Record<Encoding['charset'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
};

function propertyChanges(document: CookieDocument): PendingChange[] {
  const { properties } = document.sinceSaved();
  if (properties === undefined) return [];
  const was = properties.before.encoding;
  const is = properties.after.encoding;
  const mark = (on: boolean): string => (on ? 'there' : 'none');
  const ends = (crOnly: boolean): string => (crOnly ? 'CR' : 'LF');
  const rows: readonly (readonly [string, string, string])[] = [
    ['Encoding', CHARSETS[was.charset], CHARSETS[is.charset]],
    ['Byte order mark', mark(was.byteOrderMark), mark(is.byteOrderMark)],
    ['Line ends', ends(was.crOnly), ends(is.crOnly)],
  ];
  return rows
    .filter(([, before, after]) => before !== after)
    .map(([subject, before, after]) => ({ kind: 'property', subject, details: [], before, after }));
}

/** The step that takes the changes of some lines back, or all changes and those of properties; nothing when there are none. */
export function discardChanges(
  document: CookieDocument,
  ids: Iterable<number> | undefined,
  time: EpochSeconds,
): Transaction | undefined {
  const { rows, properties, move } = document.sinceSaved();
  const wanted = ids === undefined ? undefined : new Set(ids);
  const at = Uint32Array.from(rows.ids.keys()).filter((place) => wanted?.has(rows.ids[place] ?? 0) ?? true);
  const change = {
    rows: {
      ids: at.map((place) => rows.ids[place] ?? 0),
      before: at.map((place) => rows.after[place] ?? ABSENT),
      after: at.map((place) => rows.before[place] ?? ABSENT),
    },
    ...(wanted === undefined &&
      move !== undefined && { move: { before: document.lines.order(), after: move.before } }),
    ...(wanted === undefined &&
      properties !== undefined && { properties: { before: properties.after, after: properties.before } }),
  };
  if (isNothing(change)) return undefined;
  const moved = change.move === undefined ? 0 : movedIds(change.move).length;
  const count = at.length + moved + (change.properties === undefined ? 0 : propertyChanges(document).length);
  const label = `Discard ${count.toLocaleString('en')} change${count === 1 ? '' : 's'}`;
  return { label, event: 'edit.discard', time, change };
}
